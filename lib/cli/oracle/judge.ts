import type { Expected } from "./deed.ts";

/** A message that was attempted, by what it says; `taken` is how often the provider took it. */
export interface Observed {
  readonly at: number;
  readonly what: string;
  readonly taken: number;
}

/** How messages differ from what was expected, in words; and how many were compared. */
export interface Judgement {
  readonly compared: number;
  readonly early: number;
  readonly late: number;
  readonly twice: number;
  readonly missing: number;
  readonly faults: readonly string[];
}

const second = 1000;
const minute = 60 * second;

/** Brought by the sweeper, which comes every five minutes; all else by an execution, or at once. */
const swept = ["closed", "satisfaction"];

/** What nobody expects at all of these is one too many; other messages are not judged. */
const judged = (what: string, expected: readonly Expected[]): boolean =>
  /^(warned|missed) /.test(what) || known.includes(what) || expected.some((each) => each.what === what);

const known = [
  ...swept,
  "registered",
  "acknowledged",
  "updated",
  "plan",
  "answer",
  "resolved",
  "declined",
  "extended",
  "information-request",
  "escalated",
  "reopened",
];

/** The messages of one case against what was expected of it, each kind in the order of time. */
export const judge = (
  name: string,
  expected: readonly Expected[],
  observed: readonly Observed[],
): Judgement => {
  const those = observed.filter(({ what }) => judged(what, expected));
  const whats = [...new Set([...expected, ...those].map(({ what }) => what))];
  const findings = whats.flatMap((what) =>
    compare(
      expected.filter((each) => each.what === what),
      those.filter((each) => each.what === what),
    ).map((finding) => ({ finding, what })),
  );
  const count = (which: string): number => findings.filter(({ finding }) => finding === which).length;
  return {
    compared: those.length,
    early: count("early"),
    late: count("late"),
    twice: count("twice"),
    missing: count("missing"),
    faults: findings.map(({ finding, what }) => `${name}: ${what}: ${finding}`),
  };
};

type Finding = "early" | "late" | "twice" | "missing";

const compare = (expected: readonly Expected[], observed: readonly Observed[]): Finding[] => {
  const [due, sent] = [inTime(expected), inTime(observed)];
  const pairs = Array.from({ length: Math.max(due.length, sent.length) }, (_, nth) => [due[nth], sent[nth]]);
  return [
    ...pairs.flatMap(([one, other]) => findingOf(one, other)),
    ...observed.filter(({ taken }) => taken > 1).map(() => "twice" as const),
  ];
};

const inTime = <T extends Expected>(all: readonly T[]): T[] =>
  all.toSorted((one, other) => one.at - other.at);

const findingOf = (expected: Expected | undefined, observed: Expected | undefined): Finding[] => {
  if (observed === undefined) return ["missing"];
  if (expected === undefined) return ["twice"];
  if (observed.at < expected.at) return ["early"];
  const allowed = swept.includes(expected.what) ? 5 * minute : second;
  return observed.at - expected.at > allowed ? ["late"] : [];
};
