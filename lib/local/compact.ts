import { DatabaseSync } from "node:sqlite";

/** SQLite leaves what was deleted in free pages and in its log until something else is written there. */
export const compact = (database: DatabaseSync): void => {
  database.exec("vacuum");
  // What the log holds goes into the file, and the log is cut to nothing; readers of the moment are waited for.
  database.exec("pragma wal_checkpoint(truncate)");
};

/** The file of another process, which takes part in SQLite's own locking. */
export const compactFile = (path: string): void => {
  const database = new DatabaseSync(path);
  try {
    database.exec("pragma busy_timeout = 5000");
    compact(database);
  } finally {
    database.close();
  }
};
