import { placeInWeek } from "#core/calendar.ts";
import type { Host } from "#core/policy/shape.ts";
import { day, epoch, type Instant, type Milliseconds } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import { byZone } from "./by-zone.ts";
import { busyQuarters, type HostItems } from "./cells.ts";
import { type HostDays, hostDays } from "./host-days.ts";
import { type Quarter, quarter } from "./quarter.ts";

/**
 * The hosts in the order in which they should be tried for a session at `start`: first whoever has the fewest quarters
 * taken in that week, and of those who have as many the one that stands first in `hosts`. A week runs from Monday to
 * Sunday in each host's own zone.
 * @param occupied the items of `weeksToRead`; others among them do not count.
 */
export const evenly = (
  pack: string,
  hosts: readonly Host[],
  start: Instant,
  occupied: HostItems,
): readonly Host[] => {
  const taken = busyQuarters(pack, occupied);
  const weekOf = weeks(start);
  const loadOf = (host: Host): number => countWithin(weekOf(host), taken(host.id));
  return hosts
    .map((host) => ({ host, load: loadOf(host) }))
    .toSorted((one, other) => one.load - other.load)
    .map(({ host }) => host);
};

/** One stretch of items for each host: what `evenly` needs to know. */
export const weeksToRead = (pack: string, hosts: readonly Host[], start: Instant): HostDays[] => {
  const weekOf = weeks(start);
  const daysOf = byZone((timeZone) => {
    const week = weekOf({ timeZone });
    return hostDays(pack, week.start, week.end);
  });
  return hosts.map((host) => daysOf(host)(host));
};

const countWithin = ({ start, end }: Week, taken: readonly Quarter[]): number => {
  let count = 0;
  for (const at of taken) if (at * quarter >= start && at * quarter < end) count += 1;
  return count;
};

/** Epoch milliseconds; `end` is excluded. */
interface Week {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

const weeks = (start: Instant) => {
  const at = epoch(start);
  return byZone((timeZone) => weekIn(timeZone, at));
};

const weekIn = (timeZone: string, at: Milliseconds): Week => {
  const clock = wallClock(timeZone, at - 7 * day, at + 7 * day);
  const today = clock.dayOf(at);
  const monday = today - placeInWeek(today);
  return { start: clock.epochOf(monday, 0), end: clock.epochOf(monday + 7, 0) };
};
