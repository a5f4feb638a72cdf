import { dateOf } from "#core/calendar.ts";
import { day, type Milliseconds } from "#core/time.ts";
import { dayKey } from "./cells.ts";

/** A host's items in the table, `sk` from `from` to `to`, both included. */
export interface HostDays {
  readonly pk: string;
  readonly from: string;
  readonly to: string;
}

/** The UTC days that the time from `start` until `end` touches, in epoch milliseconds; `end` itself is excluded. */
export const hostDays = (pack: string, host: string, start: Milliseconds, end: Milliseconds): HostDays => {
  const { pk, sk } = dayKey(pack, host, dateOf(Math.floor(start / day)));
  return { pk, from: sk, to: dayKey(pack, host, dateOf(Math.ceil(end / day) - 1)).sk };
};
