import type { Instant } from "#core/time.ts";
import type { HistoryEvent } from "#local/states/history.ts";
import type { Way } from "./outline.ts";

/** One stay in a state. */
export interface Visited {
  readonly state: string;
  readonly entered: Instant;
}

/** Which way an execution has gone, and where it is. */
export interface Marks {
  readonly been: ReadonlySet<string>;
  readonly now?: string;
  took(way: Way): boolean;
}

export const nowhere: Marks = { been: new Set(), took: () => false };

/** The states of an execution in the order in which it came to them. */
export const pathOf = (history: readonly HistoryEvent[]): Visited[] =>
  history.flatMap(({ timestamp, stateEnteredEventDetails: details }) =>
    typeof details?.["name"] === "string" ? [{ state: details["name"], entered: timestamp }] : [],
  );

/** @param running that the last state of the path is where the execution is now. */
export const marksOf = (path: readonly Visited[], running: boolean): Marks => {
  const names = path.map(({ state }) => state);
  const steps = new Set(names.slice(1).map((to, index) => JSON.stringify([names[index], to])));
  const now = running ? names.at(-1) : undefined;
  return {
    been: new Set(names),
    took: ({ from, to }) => steps.has(JSON.stringify([from, to])),
    ...(now !== undefined && { now }),
  };
};
