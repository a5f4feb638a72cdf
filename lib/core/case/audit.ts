import type { AuditEntry, Trail } from "./audit-trail.ts";
import type { Hash } from "./chain.ts";
import { type Broken, type Fault, judgeTrail } from "./chain-verdict.ts";

/** An entry as it is told, with the verdict on it alone. */
export interface ToldEntry extends AuditEntry {
  /** Something was written, and is there no more. */
  readonly erased?: true;
  readonly verified: boolean;
}

/** One page of an audit; the verdict is on all of it. */
export interface Audit extends Omit<Trail, "subject"> {
  readonly number: string;
  readonly verified: boolean;
  readonly broken?: Broken;
  /** The `rev` of the first entry that is chained, where others stand before it: nothing proves those. */
  readonly chainedFrom?: number;
  readonly entries: readonly ToldEntry[];
  /** There is more: ask again for what comes after this `rev`. */
  readonly next?: number;
}

/** A page stays far below what a Lambda may answer: each entry can carry three texts of twenty thousand characters. */
const pageSize = 50;

/**
 * Whether the whole trail is as it was written, and its entries.
 * @param page the entries after that `rev`, as many as an answer holds; left out: all.
 */
export const auditOf = (
  number: string,
  trail: Trail,
  { hash, page }: { readonly hash: Hash; readonly page?: { readonly after: number } },
): Audit => {
  const { faults, broken, chainedFrom } = judgeTrail(trail, hash);
  const told = trail.entries.map((entry, at) => toldEntry(entry, faults[at]));
  const { entries, next } = page === undefined ? { entries: told } : paged(told, page.after);
  const { chain, particulars } = trail;
  return {
    number,
    verified: broken === undefined,
    ...(broken !== undefined && { broken }),
    ...(chainedFrom !== undefined && { chainedFrom }),
    ...(chain !== undefined && { chain }),
    particulars,
    entries,
    ...(next !== undefined && { next }),
  };
};

const paged = (told: readonly ToldEntry[], after: number): Pick<Audit, "entries" | "next"> => {
  const following = told.filter(({ rev }) => rev > after);
  const next = following.length > pageSize ? following[pageSize - 1]?.rev : undefined;
  return { entries: following.slice(0, pageSize), ...(next !== undefined && { next }) };
};

const toldEntry = (entry: AuditEntry, fault: Fault | undefined): ToldEntry => ({
  ...entry,
  ...(entry.wordsDigest !== undefined && entry.words === undefined && { erased: true }),
  verified: entry.link !== undefined && fault === undefined,
});
