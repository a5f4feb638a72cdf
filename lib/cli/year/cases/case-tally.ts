import { asCase, type Case } from "#core/case/case.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { day, epoch, type Instant, minute } from "#core/time.ts";
import type { Days } from "../../oracle/days.ts";
import type { Watched } from "../../oracle/deed.ts";
import { type Judgement, judge } from "../../oracle/judge.ts";
import { replay } from "../../oracle/replay.ts";
import { otherMilestones } from "../../oracle/standing.ts";
import { milestoneEnds } from "../../simulation/case-ledger.ts";
import { type Counts, count } from "../counts.ts";
import type { Outbox } from "./outbox.ts";

/** What the cases of a year came to, judged by a count that shares no code with what promised the dates. */
export interface CaseTally {
  readonly cases: number;
  readonly byKind: Counts;
  readonly changes: Counts;
  /** Of each milestone, how many ended in which state; `open` is not due yet. */
  readonly milestones: Readonly<Record<string, Counts>>;
  /** How many messages ended how. */
  readonly messages: Counts;
  readonly judged: Omit<Judgement, "faults"> & { readonly milestones: number };
  readonly unaccounted: readonly string[];
}

export interface CaseYear {
  readonly policy: Policy;
  /** The company's days as a customer of a region has them. */
  readonly days: (region: string) => Days;
  readonly watched: readonly Watched[];
  readonly outbox: Outbox;
  readonly now: Instant;
}

/** @param items of one company. */
export const tallyCases = (items: readonly Item[], facts: CaseYear): CaseTally => {
  const heads = new Map(
    items.filter(({ type }) => type === "case").map((item) => [asCase(item).number, item]),
  );
  const judgements = facts.watched.map((it) => judged(heads.get(it.number), it, facts));
  const all = [...heads.values()].map(asCase);
  const sum = (name: "compared" | "early" | "late" | "twice" | "missing"): number =>
    judgements.reduce((total, each) => total + each[name], 0);
  return {
    cases: all.length,
    byKind: count(all.map(({ kind }) => kind)),
    changes: count(items.filter(isChange).map((item) => `${item["action"] as string} by ${whoOf(item)}`)),
    milestones: milestonesOf(facts.policy, items),
    messages: count(all.flatMap(({ promises }) => Object.values(promises).map(({ state }) => state))),
    judged: {
      compared: sum("compared"),
      early: sum("early"),
      late: sum("late"),
      twice: sum("twice"),
      missing: sum("missing"),
      milestones: all.reduce((total, { milestones }) => total + milestones.length, 0),
    },
    unaccounted: [
      ...judgements.flatMap(({ faults }) => faults),
      ...all.flatMap((it) => [...asleepPast(it, facts.now), ...openPast(it, facts.now)]),
    ],
  };
};

const isChange = ({ type, pk }: Item): boolean => type === "change" && pk.includes("#case#");

const whoOf = (item: Item): string => String(item["actor"] as string).split(":")[0] ?? "";

const judged = (head: Item | undefined, it: Watched, facts: CaseYear): Judgement => {
  const { cases } = facts.policy;
  if (head === undefined || cases === undefined)
    return { compared: 0, early: 0, late: 0, twice: 0, missing: 1, faults: [`${it.number} is not there`] };
  const end = epoch(facts.now);
  const { expected, owed } = replay(cases, it, facts.days(it.region), end);
  const judgement = judge(it.number, expected, facts.outbox.about(head));
  return { ...judgement, faults: [...judgement.faults, ...otherMilestones(asCase(head), owed, end)] };
};

const milestonesOf = (policy: Policy, items: readonly Item[]): Record<string, Counts> => {
  const ends = milestoneEnds(policy, items);
  return Object.fromEntries(
    [...Map.groupBy(ends, ({ kind, name }) => `${kind}: ${name}`)].map(([name, those]) => [
      name,
      count(those.map(({ state }) => shown[state] ?? state)),
    ]),
  );
};

const shown: Readonly<Record<string, string>> = { undated: "open", warned: "open", extended: "open" };

/** The sweeper comes every five minutes. */
const sweep = 10 * minute;

const asleepPast = ({ number, wakeAt }: Case, now: Instant): string[] =>
  wakeAt !== undefined && epoch(wakeAt) + sweep < epoch(now)
    ? [`${number}: nobody woke it at ${wakeAt}`]
    : [];

const openPast = ({ number, promises }: Case, now: Instant): string[] =>
  Object.entries(promises)
    .filter(([, { state, due }]) => state === "open" && epoch(due) + day < epoch(now))
    .map(([name, { due }]) => `${number}: ${name}, due ${due}, is still open`);
