import type { Change } from "#core/change.ts";
import { canonical } from "./canonical.ts";
import type { Case } from "./case.ts";
import type { Words } from "./words.ts";

/** A digest of a text that nobody can find another text for: 43 characters. The core has none of its own. */
export type Hash = (text: string) => string;

/** What a change is chained with. Each salt is new for each change: with it a text can be proven, without it not guessed. */
export interface Seal {
  readonly hash: Hash;
  readonly salts: { readonly words: string; readonly particulars: string };
}

/** The end of a case's chain, on its head: so that the last entry cannot be taken away either. */
export interface Chain {
  /** Of the last entry. */
  readonly link: string;
  /** How many entries are chained. */
  readonly count: number;
  /** Of the digest of the particulars as they stand. */
  readonly salt: string;
}

/** What an entry of a case holds besides what every entry holds. */
export interface Chained {
  /** Its place in the chain, from 1. */
  readonly nth: number;
  /** Of the words beside it. */
  readonly wordsDigest?: string;
  /** Of the particulars, where this change wrote them. */
  readonly particularsDigest?: string;
  /** The digest of all of this, and of the link before it. */
  readonly link: string;
}

/** What an entry says for good. What it owes is taken off once it is carried out, and is no part of it. */
export type Entry = Pick<
  Change,
  "rev" | "version" | "at" | "actor" | "action" | "onBehalfOf" | "notice" | "reason"
>;

/** Who brought a case, and what stands in its fields: all that is personal on its head. */
export type Particulars = Pick<Case, "customer" | "fields">;

export const particularsOf = ({ customer, fields }: Particulars): Particulars => ({ customer, fields });

/** @param previous the link of the entry before; empty for the first. */
export const linkOf = (
  { pk }: Pick<Change, "pk">,
  entry: Entry & Omit<Chained, "link">,
  previous: string,
  hash: Hash,
): string => {
  const { rev, version, at, actor, action, nth } = entry;
  const { onBehalfOf = null, notice = null, reason = null } = entry;
  const { wordsDigest = null, particularsDigest = null } = entry;
  const said = [rev, version, at, actor, action, onBehalfOf, notice, reason];
  return hash(canonical(["entry", previous, pk, nth, ...said, wordsDigest, particularsDigest]));
};

export const wordsDigest = (words: Words, salt: string, hash: Hash): string =>
  hash(canonical(["words", salt, words]));

export const particularsDigest = (it: Particulars, salt: string, hash: Hash): string =>
  hash(canonical(["particulars", salt, particularsOf(it)]));

/** The next link of a case, from its head as this change found it: `before` is none at registration. */
export const chainOn = (
  before: Case | undefined,
  after: Case,
  { entry, words }: { readonly entry: Entry; readonly words: Words | undefined },
  { hash, salts }: Seal,
): { readonly chained: Chained; readonly chain: Chain } => {
  const { link: previous, count } = before?.chain ?? { link: "", count: 0 };
  const salt = saltThatHolds(before, after);
  const told = {
    nth: count + 1,
    ...(words !== undefined && { wordsDigest: wordsDigest(words, salts.words, hash) }),
    ...(salt === undefined && { particularsDigest: particularsDigest(after, salts.particulars, hash) }),
  };
  const link = linkOf(after, { ...entry, ...told }, previous, hash);
  return { chained: { ...told, link }, chain: { link, count: told.nth, salt: salt ?? salts.particulars } };
};

/** Of particulars that stay as they are; none where this change writes them, or is the first that is chained. */
const saltThatHolds = (before: Case | undefined, after: Case): string | undefined =>
  before !== undefined && canonical(particularsOf(before)) === canonical(particularsOf(after))
    ? before.chain?.salt
    : undefined;
