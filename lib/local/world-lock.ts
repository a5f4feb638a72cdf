import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CannotStart } from "./cannot-start.ts";

/**
 * Takes a data folder for one world; the returned function gives it back. The lock is SQLite's own on an open file, so
 * the operating system takes it away however the process ends.
 * @throws CannotStart when another world has it.
 */
export const lockFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "lock.sqlite"));
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    throw new CannotStart(`Another world runs on ${folder}; end it, or set KEPT_DATA to another folder.`, {
      cause: error,
    });
  }
  return () => database.close();
};
