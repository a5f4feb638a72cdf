import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Item } from "#core/table.ts";
import type { Definition } from "../stack/definition.ts";

/** What one release left running, as `keep.ts` wrote it. */
export interface Release {
  readonly name: string;
  readonly definition: Definition;
  readonly execution: { readonly machine: string; readonly name: string; readonly input: object };
  /** The table after one booking on 1 December 2026, 08:00 UTC, for 10 December, 09:00 UTC. */
  readonly items: readonly Item[];
  readonly policy: object;
}

export const releases = (): Release[] =>
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      definition: read(name, "definition"),
      execution: read(name, "execution"),
      items: read(name, "items"),
      policy: read(name, "policy"),
    }));

const read = <T>(release: string, file: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, release, `${file}.json`), "utf8")) as T;
