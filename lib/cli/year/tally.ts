import type { Appointment } from "#core/appointment/appointment.ts";
import { asChange, type Change } from "#core/change.ts";
import type { Item } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type PromiseEnd, promiseEnds } from "../simulation/promises.ts";
import { type Counts, count } from "./counts.ts";

/** What a year came to, read from the table alone. */
export interface Tally {
  /** Booked, changed, cancelled and ended, by whom and with what notice: `changed by customer, late`. */
  readonly changes: Counts;
  readonly promises: {
    readonly made: number;
    readonly byState: Counts;
    /** `skipped: passed`, `failed: …`. */
    readonly reasons: Counts;
    /** Of each promise, how many ended in which state. */
    readonly byPromise: Readonly<Record<string, Counts>>;
  };
  /** Tasks that wait for a person, by kind. */
  readonly tasks: Counts;
  /** What was due and has no outcome, or an outcome that nobody was told of: a fault of ours, each. */
  readonly unaccounted: readonly string[];
}

/**
 * @param items of one company.
 * @param accepted messages about its appointments that the providers took.
 */
export const tally = (items: readonly Item[], now: Instant, accepted: number): Tally => {
  const promises = promiseEnds(items);
  const tasks = count(items.filter(typed("task")).map((task) => String(task["what"])));
  return {
    changes: count(items.filter(isAppointments).map((item) => changeName(asChange(item)))),
    promises: {
      made: promises.length,
      byState: count(promises.map(({ state }) => state)),
      reasons: count(
        promises.flatMap(({ state, reason }) => (reason === undefined ? [] : [`${state}: ${reason}`])),
      ),
      byPromise: byPromise(promises),
    },
    tasks,
    unaccounted: [
      ...leftOpen(promises, now),
      ...notEnded(items, now),
      ...notSent(promises, accepted),
      ...notTold(promises, tasks),
    ],
  };
};

/** Those of cases are counted by themselves. */
const isAppointments = ({ type, pk }: Item): boolean => type === "change" && !pk.includes("#case#");

const typed = (type: string) => (item: Item) => item["type"] === type;

const changeName = ({ actor, action, notice }: Change): string => {
  const who = actor.startsWith("staff:") ? "staff" : actor;
  return action === "changed" || action === "cancelled" ? `${action} by ${who}, ${notice}` : action;
};

/** A promise that another kind of message keeps after a change counts by that kind. */
const nameOf = ({ promise, kind }: PromiseEnd): string => (kind === "reminder" ? promise : kind);

const byPromise = (promises: readonly PromiseEnd[]): Record<string, Counts> =>
  Object.fromEntries(
    [...Map.groupBy(promises, nameOf)].map(([name, ends]) => [name, count(ends.map(({ state }) => state))]),
  );

const leftOpen = (promises: readonly PromiseEnd[], now: Instant): string[] =>
  promises
    .filter(({ state, due }) => state === "open" && due <= now)
    .map(({ code, version, promise, due }) => `${code} v${version}: ${promise}, due ${due}, is still open`);

const notEnded = (items: readonly Item[], now: Instant): string[] =>
  items
    .filter(typed("appointment"))
    .map((item) => item as unknown as Appointment)
    .filter(({ status, end }) => status === "booked" && end <= now)
    .map(({ code, end }) => `${code}: over since ${end}, and not noted`);

const notSent = (promises: readonly PromiseEnd[], accepted: number): string[] => {
  const sent = promises.filter(({ state }) => state === "kept" || state === "late").length;
  return sent === accepted ? [] : [`${accepted} messages went out, but ${sent} promises say so`];
};

const notTold = (promises: readonly PromiseEnd[], tasks: Counts): string[] =>
  (["failed", "unknown"] as const).flatMap((state) => {
    const ended = promises.filter((promise) => promise.state === state).length;
    const told = tasks[`send-${state}`] ?? 0;
    return told >= ended ? [] : [`${ended} sends are ${state}, but staff heard of ${told}`];
  });
