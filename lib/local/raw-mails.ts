import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { epoch, fromEpoch, type Instant } from "#core/time.ts";

export interface StoredMail {
  readonly key: string;
  readonly size: number;
  /** By the virtual clock. */
  readonly storedAt: Instant;
}

/** A mail that is still coming in. */
export interface Incoming {
  write(piece: Buffer): Promise<void>;
  /** On disk and in its place once it resolves. */
  keep(bucket: string, key: string, at: Instant): Promise<void>;
  drop(): Promise<void>;
}

/** Plays the bucket of raw mails: files in the world's folder. */
export interface RawMailFolder {
  begin(): Promise<Incoming>;
  /** In the order of their keys, as S3 lists. */
  list(bucket: string): StoredMail[];
  find(bucket: string, key: string): StoredMail | undefined;
  read(bucket: string, key: string): Buffer | undefined;
  /** For good; one that is not there is as good. */
  erase(bucket: string, key: string): void;
  empty(): boolean;
  forget(): void;
}

export const openRawMails = (data: string): RawMailFolder => {
  const root = join(data, "raw-mails");
  const fileOf = (bucket: string, key: string): string => join(root, safe(bucket), safe(key));
  const find = (bucket: string, key: string): StoredMail | undefined => {
    const stat = statSync(fileOf(bucket, key), { throwIfNoEntry: false });
    return stat && { key, size: stat.size, storedAt: fromEpoch(Math.round(stat.mtimeMs)) };
  };
  return {
    begin: async () => {
      mkdirSync(root, { recursive: true });
      const path = join(root, `${randomUUID()}.part`);
      return incoming(path, await open(path, "w"), fileOf);
    },
    list: (bucket) =>
      filesIn(join(root, safe(bucket)))
        .sort()
        .flatMap((key) => find(bucket, key) ?? []),
    find,
    read: (bucket, key) => {
      const file = fileOf(bucket, key);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
    erase: (bucket, key) => rmSync(fileOf(bucket, key), { force: true }),
    empty: () => filesIn(root).every((bucket) => filesIn(join(root, bucket)).length === 0),
    forget: () => rmSync(root, { recursive: true, force: true }),
  };
};

const filesIn = (folder: string): string[] =>
  existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];

/** A name becomes part of a path here. */
const safe = (name: string): string => name.replaceAll(/[^\w.-]/g, "_").replace(/^\.+/, "_");

const incoming = (
  path: string,
  file: FileHandle,
  fileOf: (bucket: string, key: string) => string,
): Incoming => ({
  write: (piece) => file.writeFile(piece),
  keep: async (bucket, key, at) => {
    const place = fileOf(bucket, key);
    const seconds = epoch(at) / 1000;
    await file.sync();
    await file.close();
    utimesSync(path, seconds, seconds);
    mkdirSync(join(place, ".."), { recursive: true });
    renameSync(path, place);
  },
  drop: async () => {
    await file.close();
    rmSync(path, { force: true });
  },
});
