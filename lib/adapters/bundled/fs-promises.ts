import type { readFile as read } from "node:fs/promises";

const { readFile: readWith } = process.getBuiltinModule("node:fs");

/**
 * Stands in for `node:fs/promises` in bundles, of which the SDK takes this alone, for settings that a Lambda has no files of.
 * Loading the module loads what reads lines and watches folders, too.
 */
export const readFile = (path: string, options: Parameters<typeof read>[1]): Promise<string | Buffer> =>
  new Promise((take, fail) =>
    readWith(path, options, (error, content) => (error === null ? take(content) : fail(error))),
  );
