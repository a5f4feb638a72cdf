import type { Item } from "#core/table.ts";

/** How Kept keeps house, and secrets that open doors: nothing that is known about a person. */
const ours = new Set([
  "pk",
  "sk",
  "rev",
  "beat",
  "run",
  "runSince",
  "wakeShard",
  "wakeAt",
  "madeIn",
  "madeAt",
  "expiresAt",
  "claim",
  "leaseUntil",
  "attendanceToken",
  "chain",
  "nth",
  "link",
  "salt",
  "wordsDigest",
  "particularsDigest",
  "owed",
]);

/** One thing that is kept about a person, as they get it. */
export interface HandedOut {
  /** As in `docs/personal-data.md`. */
  readonly type: string;
  /** The code of the session or case that it belongs to; none for what stands under the address. */
  readonly of?: string;
  readonly [name: string]: unknown;
}

export const handedOut = (item: Item, of: string | undefined): HandedOut => ({
  ...Object.fromEntries(Object.entries(item).filter(([name]) => !ours.has(name))),
  type: String(item["type"]),
  ...(of !== undefined && { of }),
});
