import type { Actor } from "#core/change.ts";
import type { Item, Key, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { addressKey, type Person } from "./person.ts";

/** The table is read in so many parts, each in one request: a few gigabytes in all. */
export const parts = 16;

/**
 * How far the forgetting of a customer has come: under their address, and deleted last. First what is theirs is erased,
 * then what names it; a run that died is gone on with by the next.
 */
export interface Progress extends Key {
  readonly type: "erasure-progress";
  readonly rev: number;
  /** When it was asked for. */
  readonly since: Instant;
  readonly by: Actor;
  readonly reason: string;
  readonly doing: "own" | "names";
  /** The part of the table that comes next. */
  readonly part: number;
  /** Codes of what was theirs. */
  readonly codes: readonly string[];
  /** How many mails were erased. */
  readonly mails: number;
  /** Codes of what somebody was writing to: looked at again. */
  readonly busy: readonly string[];
  /** Codes of what belongs to others and names the address: for a person to look at. */
  readonly mentions: readonly string[];
}

export const progressKey = (person: Person): Key => ({ pk: addressKey(person), sk: "erasure" });

export const asProgress = (item: Item): Progress => item as unknown as Progress;

export const begun = (person: Person, facts: Pick<Progress, "since" | "by" | "reason">): Progress => ({
  ...progressKey(person),
  type: "erasure-progress",
  rev: 0,
  ...facts,
  doing: "own",
  part: 0,
  codes: [],
  mails: 0,
  busy: [],
  mentions: [],
});

/** Refused when another run has come further. */
export const putProgress = (progress: Progress): Write => ({
  put: { ...progress, rev: progress.rev + 1 },
  if: progress.rev === 0 ? { exists: false } : { equals: { rev: progress.rev } },
});

/** What one part of the table came to. */
export interface Come {
  readonly mails?: number;
  readonly busy?: readonly string[];
  readonly mentions?: readonly string[];
}

/** Before anything of theirs is erased. */
export const withCodes = (progress: Progress, codes: readonly string[]): Progress => ({
  ...progress,
  codes: union(progress.codes, codes),
});

/** After one part. What somebody was writing to is looked for again from the beginning. */
export const further = (progress: Progress, come: Come): Progress => {
  const grown = {
    ...progress,
    part: progress.part + 1,
    mails: progress.mails + (come.mails ?? 0),
    busy: union(progress.busy, come.busy),
    mentions: union(progress.mentions, come.mentions),
  };
  if (grown.part < parts || progress.doing === "names") return grown;
  return grown.busy.length > 0 ? { ...grown, part: 0 } : { ...grown, part: 0, doing: "names" };
};

export const isThrough = ({ doing, part }: Progress): boolean => doing === "names" && part >= parts;

const union = (one: readonly string[], other: readonly string[] = []): string[] => [
  ...new Set([...one, ...other]),
];

/** That somebody was forgotten, by whom and why; not who. */
export const recordErasure = (
  pack: string,
  id: string,
  { by, reason, since, codes, mails }: Progress,
  at: Instant,
): Write => ({
  put: { pk: `${pack}#erasures`, sk: `${at}#${id}`, type: "erasure", by, reason, since, at, codes, mails },
  if: { exists: false },
});
