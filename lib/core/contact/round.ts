import type { LedgerRow } from "#core/ledger/row.ts";
import { type Item, type Key, madeIn, type Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Relation } from "./relation.ts";

/** One promise of contact, for the ledger: made with the contact before, and ended by the next. */
interface Round extends Key {
  readonly type: "contact-round";
  readonly pack: string;
  readonly account: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly due: Instant;
  readonly state: "open" | "broken" | "kept" | "late" | "void";
  readonly at?: Instant;
  readonly evidence?: string;
}

const roundKey = ({ pk, version }: Pick<Relation, "pk" | "version">): Key => ({
  pk,
  sk: `round#${String(version).padStart(6, "0")}`,
});

export const asRound = (item: Item): Round => item as unknown as Round;

export const openRound = ({ pk, pack, account, version, since, due }: Relation): Write => ({
  put: {
    ...roundKey({ pk, version }),
    type: "contact-round",
    pack,
    account,
    version,
    due,
    state: "open",
    ...madeIn(pack, since),
  },
  if: { exists: false },
});

/** By its last moment it is kept; exactly then it is in time. */
export const endRound = (relation: Relation, at: Instant, evidence: string): Write => ({
  update: roundKey(relation),
  set: { state: at <= relation.due ? "kept" : "late", at, evidence },
  if: { exists: true },
});

/** It was promised otherwise before it was due. */
export const voidRound = (relation: Relation, at: Instant, evidence: string): Write => ({
  update: roundKey(relation),
  set: { state: "void", at, evidence },
  if: { exists: true },
});

export const breakRound = (relation: Relation): Write => ({
  update: roundKey(relation),
  set: { state: "broken" },
  if: { exists: true },
});

/** The name of the promise in the ledger and in tasks. */
export const contactPromise = "contact";

export const roundRow = ({ pack, account, version, madeAt, due, state, at, evidence }: Round): LedgerRow => ({
  promise: contactPromise,
  subject: account,
  about: "relation",
  version,
  pack,
  made: madeAt,
  due,
  state,
  ...(at !== undefined && { at }),
  ...(evidence !== undefined && { evidence }),
});
