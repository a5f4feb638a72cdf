import type { LedgerRow } from "#core/ledger/row.ts";
import type { Milliseconds } from "#core/time.ts";
import { until } from "#core/time.ts";
import { dateIn } from "#core/wall-clock.ts";
import type { MissionRow } from "./mission.ts";

/** What became of one promise of one company in one month. */
export interface Figures {
  readonly pack: string;
  /** `2026-12`, in the company's zone: when it was made. */
  readonly month: string;
  readonly promise: string;
  /** Which row of the mission it belongs to, if it does. */
  readonly row?: MissionRow;
  readonly made: number;
  readonly kept: number;
  readonly late: number;
  readonly broken: number;
  readonly skipped: number;
  /** Refused by a provider, or nobody knows whether it went out. */
  readonly failed: number;
  readonly void: number;
  /** Still owed, in time. */
  readonly open: number;
  /** How long before the due it was done, of all that were; negative after it. Absent where none was. */
  readonly leastMargin?: Milliseconds;
  readonly medianMargin?: Milliseconds;
}

export const counts = ["made", "kept", "late", "broken", "skipped", "failed", "void", "open"] as const;

const columnOf = {
  kept: "kept",
  late: "late",
  broken: "broken",
  skipped: "skipped",
  failed: "failed",
  unknown: "failed",
  void: "void",
  open: "open",
  warned: "open",
  extended: "open",
} as const satisfies Record<LedgerRow["state"], (typeof counts)[number]>;

/** By pack, month and promise, in that order; the zone says where a month begins. */
export const figures = (
  rows: readonly LedgerRow[],
  timeZone: string,
  rowOf: (promise: string) => MissionRow | undefined,
): Figures[] => {
  const groups = Map.groupBy(rows, ({ pack, promise, made }) => {
    const month = dateIn(timeZone, made).slice(0, "2026-12".length);
    return JSON.stringify([pack, month, promise]);
  });
  return [...groups]
    .map(([name, those]) => {
      const [pack = "", month = "", promise = ""] = JSON.parse(name) as string[];
      const row = rowOf(promise);
      return {
        pack,
        month,
        promise,
        ...(row !== undefined && { row }),
        ...counted(those),
        ...margins(those),
      };
    })
    .toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
};

const place = ({ pack, month, promise }: Figures): string => `${pack}\n${month}\n${promise}`;

const counted = (rows: readonly LedgerRow[]): Record<(typeof counts)[number], number> => {
  const count = Object.fromEntries(counts.map((name) => [name, 0])) as Record<
    (typeof counts)[number],
    number
  >;
  for (const { state } of rows) count[columnOf[state]] += 1;
  return { ...count, made: rows.length };
};

const margins = (rows: readonly LedgerRow[]): Pick<Figures, "leastMargin" | "medianMargin"> => {
  const done = rows
    .flatMap(({ state, at, due }) =>
      (state === "kept" || state === "late") && at !== undefined && due !== undefined ? [until(at, due)] : [],
    )
    .toSorted((one, other) => one - other);
  const [least] = done;
  const median = done[Math.floor((done.length - 1) / 2)];
  return least === undefined || median === undefined ? {} : { leastMargin: least, medianMargin: median };
};
