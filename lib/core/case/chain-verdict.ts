import type { AuditEntry, Trail } from "./audit-trail.ts";
import { type Chained, type Hash, linkOf, particularsDigest, wordsDigest } from "./chain.ts";

/** What can be wrong with a trail. `entry-missing`: one before it is gone, or stands elsewhere. */
export const faults = [
  "entry-altered",
  "entry-missing",
  "entry-misplaced",
  "entry-added",
  "words-altered",
  "particulars-altered",
  "end-missing",
  "not-chained",
] as const;
export type Fault = (typeof faults)[number];

/** From which entry on nothing is certain, and why. `end-missing` names the last that is there, or 0. */
export interface Broken {
  readonly rev: number;
  readonly why: Fault;
}

export interface Verdict {
  /** What is wrong with each entry, in their order. */
  readonly faults: readonly (Fault | undefined)[];
  readonly broken?: Broken;
  readonly chainedFrom?: number;
}

/**
 * Whether each entry is as it was written and none is missing, added or moved; whether each text that is still there is the
 * one that was written; and whether the customer and the fields are those that were entered last. Entries from before there
 * was a chain are let be. Whoever rewrites all of it, the head too, is found out only by a link that was noted elsewhere.
 */
export const judgeTrail = (trail: Trail, hash: Hash): Verdict => {
  const { entries } = trail;
  const start = entries.findIndex(({ link }) => link !== undefined);
  const found = entries.map((entry, at) =>
    start < 0 || at < start
      ? undefined
      : entryFault(trail.subject, entry, at === start ? undefined : entries[at - 1], hash),
  );
  const broken =
    firstBroken(entries, found) ??
    particularsBroken(trail, hash) ??
    (start < 0 ? nothingChained(trail) : endBroken(trail));
  return {
    faults: found,
    ...(broken !== undefined && { broken }),
    ...(start > 0 && { chainedFrom: entries[start]?.rev ?? 0 }),
  };
};

const isChained = <E extends AuditEntry>(entry: E | undefined): entry is E & Chained =>
  entry?.link !== undefined && entry.nth !== undefined;

const entryFault = (
  subject: Trail["subject"],
  entry: AuditEntry,
  before: AuditEntry | undefined,
  hash: Hash,
): Fault | undefined => {
  if (entry.misplaced === true) return "entry-misplaced";
  if (!isChained(entry)) return "entry-altered";
  if (entry.nth !== (before?.nth ?? 0) + 1) return "entry-missing";
  if (entry.link !== linkOf(subject, entry, before?.link ?? "", hash)) return "entry-altered";
  return wordsFault(entry, hash);
};

/** Words that are gone were erased; those that are there are the ones that were written, with the salt to prove it. */
const wordsFault = (entry: AuditEntry, hash: Hash): Fault | undefined => {
  const { words, salt } = entry;
  if (words === undefined) return undefined;
  return salt !== undefined && entry.wordsDigest === wordsDigest(words, salt, hash)
    ? undefined
    : "words-altered";
};

const firstBroken = (
  entries: readonly AuditEntry[],
  found: readonly (Fault | undefined)[],
): Broken | undefined => {
  const at = found.findIndex((fault) => fault !== undefined);
  const [rev, why] = [entries[at]?.rev, found[at]];
  return rev === undefined || why === undefined ? undefined : { rev, why };
};

/** Those that stand on the head, by the last entry that wrote them; what they were before is gone, and needs no proof. */
const particularsBroken = ({ entries, chain, particulars }: Trail, hash: Hash): Broken | undefined => {
  const written = entries.findLast((entry) => entry.particularsDigest !== undefined);
  if (chain === undefined || written === undefined) return undefined;
  return written.particularsDigest === particularsDigest(particulars, chain.salt, hash)
    ? undefined
    : { rev: written.rev, why: "particulars-altered" };
};

/** A case that was last written before there was a chain, or whose links were all taken off: nothing is proven of it. */
const nothingChained = ({ entries, chain }: Trail): Broken => ({
  rev: entries.at(-1)?.rev ?? 0,
  why: chain === undefined ? "not-chained" : "end-missing",
});

const endBroken = ({ entries, chain }: Trail): Broken | undefined => {
  const last = entries.at(-1);
  const { rev = 0, nth = 0 } = last ?? {};
  if (chain === undefined || nth < chain.count) return { rev, why: "end-missing" };
  if (nth > chain.count) return { rev, why: "entry-added" };
  return last?.link === chain.link ? undefined : { rev, why: "entry-altered" };
};
