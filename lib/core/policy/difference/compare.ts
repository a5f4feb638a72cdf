import { type Instant, plus, until } from "#core/time.ts";
import { type CaseKind, caseKinds } from "../case-kinds.ts";
import type { HolidayTables } from "../holiday-table.ts";
import type { Policy } from "../shape.ts";
import { firstDifferent, messageDues, milestoneDues } from "./dates.ts";
import { type Difference, differences, same } from "./leaves.ts";
import { type PolicyPromise, policyPromises, withoutPromises } from "./promised.ts";

/** The same promise on the first day on which it is due at another moment; one that is new or gone has one of the two. */
export interface DifferentDate {
  /** When the case comes in, or the session starts. */
  readonly at: Instant;
  readonly before?: Instant;
  readonly after?: Instant;
}

export interface PromiseDifference {
  readonly about: PolicyPromise["about"];
  readonly id: string;
  /** `moved`: it says the same, and other settings give it another date. */
  readonly change: "added" | "removed" | "changed" | "moved";
  readonly before?: string;
  readonly after?: string;
  /** What of its terms is another, for one that changed. */
  readonly terms: readonly Difference[];
  /** Absent where no date of the coming year is another. */
  readonly example?: DifferentDate;
}

export interface PolicyDifference {
  readonly promises: readonly PromiseDifference[];
  /** Everything else, clauses and reasons of promises included. */
  readonly settings: readonly Difference[];
}

/** The session, and the day from which a date that differs is looked for. */
export interface ComparedOn {
  readonly bookedAt: Instant;
  readonly start: Instant;
}

/** What another policy promises, and what else of it is another. */
export const comparePolicies = (
  before: Policy,
  after: Policy,
  on: ComparedOn,
  tables: HolidayTables,
): PolicyDifference => {
  const [old, now] = [policyPromises(before), policyPromises(after)];
  const date = datesOf(before, after, on, tables);
  const names = new Set([...old, ...now].map(nameOf));
  const pairs = [...names].map((name) => ({
    was: old.find((each) => nameOf(each) === name),
    is: now.find((each) => nameOf(each) === name),
  }));
  return {
    promises: pairs.flatMap(({ was, is }) => promiseDifference(was, is, date) ?? []),
    settings: [...pairs.flatMap(sources), ...differences(withoutPromises(before), withoutPromises(after))],
  };
};

export const isSame = ({ promises, settings }: PolicyDifference): boolean =>
  promises.length === 0 && settings.length === 0;

const nameOf = ({ about, id }: PolicyPromise): string => `${about} ${id}`;

type DateOf = (promise: PolicyPromise) => DifferentDate | undefined;

const promiseDifference = (
  was: PolicyPromise | undefined,
  is: PolicyPromise | undefined,
  dateOf: DateOf,
): PromiseDifference | undefined => {
  const either = is ?? was;
  if (either === undefined) return undefined;
  const example = dateOf(either);
  const change = changeOf(was, is, example);
  if (change === undefined) return undefined;
  return {
    about: either.about,
    id: either.id,
    change,
    ...(was !== undefined && { before: was.says }),
    ...(is !== undefined && { after: is.says }),
    terms: was !== undefined && is !== undefined ? differences(was.terms, is.terms) : [],
    ...(example !== undefined && { example }),
  };
};

const changeOf = (
  was: PolicyPromise | undefined,
  is: PolicyPromise | undefined,
  example: DifferentDate | undefined,
): PromiseDifference["change"] | undefined => {
  if (was === undefined) return "added";
  if (is === undefined) return "removed";
  if (!same(was.terms, is.terms)) return "changed";
  return example === undefined ? undefined : "moved";
};

const sources = ({
  was,
  is,
}: {
  was: PolicyPromise | undefined;
  is: PolicyPromise | undefined;
}): Difference[] =>
  was === undefined || is === undefined ? [] : differences(was.source, is.source, nameOf(is));

const datesOf = (before: Policy, after: Policy, on: ComparedOn, tables: HolidayTables): DateOf => {
  const kinds = caseKinds.map((kind): [CaseKind, [Dated, Dated]] => [
    kind,
    [milestoneDues(before, kind, tables), milestoneDues(after, kind, tables)],
  ]);
  const byKind = new Map(kinds);
  return ({ about, id }) => {
    const found = about === "appointment" ? undefined : byKind.get(about);
    if (found === undefined) {
      const lead = until(on.bookedAt, on.start);
      const due = (policy: Policy) => (start: Instant) => messageDues(policy, plus(start, -lead), start)[id];
      return firstDifferent(on.start, due(before), due(after));
    }
    const [was, is] = found;
    return firstDifferent(
      on.bookedAt,
      (at) => was(at)[id],
      (at) => is(at)[id],
    );
  };
};

type Dated = ReturnType<typeof milestoneDues>;
