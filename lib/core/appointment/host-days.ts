import { dateOf } from "#core/calendar.ts";
import type { Host } from "#core/policy/shape.ts";
import { day, type Milliseconds } from "#core/time.ts";
import { daySort, hostKey } from "./cells.ts";

/** A host's items in the table, `sk` from `from` to `to`, both included. */
export interface HostDays {
  readonly pk: string;
  readonly from: string;
  readonly to: string;
}

/** Of a host, the UTC days that the time from `start` until `end` touches, in epoch milliseconds; `end` itself is excluded. */
export const hostDays = (
  pack: string,
  start: Milliseconds,
  end: Milliseconds,
): ((host: Pick<Host, "id">) => HostDays) => {
  const [from, to] = [daySort(dateOf(Math.floor(start / day))), daySort(dateOf(Math.ceil(end / day) - 1))];
  return ({ id }) => ({ pk: hostKey(pack, id), from, to });
};
