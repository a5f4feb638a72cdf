import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Beside a bundle, where the stack puts them, or where they are written. */
const folder =
  ["policies", "../../policies"]
    .map((path) => join(import.meta.dirname, path))
    .find((path) => existsSync(path)) ?? "policies";

/**
 * A document of `policies/` by its name: `holidays/NL`. Read when it is asked for, and not imported: an import would be
 * compiled at each cold start, in every Lambda, for companies and regions that nobody asks about.
 */
export const readDocument = (name: string): object =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as object;
