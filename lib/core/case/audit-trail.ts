import type { Item, Key } from "#core/table.ts";
import type { Case } from "./case.ts";
import { type Chain, type Chained, type Entry, type Particulars, particularsOf } from "./chain.ts";
import type { Words } from "./words.ts";

/** An entry as whoever checks it needs it: with what was written, as long as that is there. */
export interface AuditEntry extends Entry, Partial<Chained> {
  readonly words?: Words;
  /** Of the digest of the words; erased with them. */
  readonly salt?: string;
  /** It, or its words, stand under another number than the one that it names. */
  readonly misplaced?: true;
}

/** Everything that was done to a case, the oldest first, and where its head says that it ends. */
export interface Trail {
  readonly subject: Pick<Key, "pk">;
  readonly entries: readonly AuditEntry[];
  readonly chain?: Chain;
  readonly particulars: Particulars;
}

export const trailOf = (it: Case, entries: readonly AuditEntry[]): Trail => ({
  subject: { pk: it.pk },
  entries,
  ...(it.chain !== undefined && { chain: it.chain }),
  particulars: particularsOf(it),
});

/** What an entry says and is chained by; not what it owes. */
const told = [
  "rev",
  "version",
  "at",
  "actor",
  "action",
  "onBehalfOf",
  "notice",
  "reason",
  "nth",
  "wordsDigest",
  "particularsDigest",
  "link",
] as const satisfies readonly (keyof AuditEntry)[];

/** What stands under `change#` was written as an entry, or by somebody whom the verdict finds out. */
export const asAuditEntry = (item: Item): AuditEntry =>
  Object.fromEntries(
    told.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])),
  ) as unknown as AuditEntry;
