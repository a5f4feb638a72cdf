import type { Host } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { day, epoch, type Instant, type Milliseconds } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import { busyQuarters } from "./cells.ts";
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
  occupied: readonly Item[],
): readonly Host[] => {
  const taken = busyQuarters(pack, occupied);
  return hosts
    .map((host) => ({ host, load: loadOf(host, start, taken(host.id)) }))
    .toSorted((one, other) => one.load - other.load)
    .map(({ host }) => host);
};

/** One stretch of items for each host: what `evenly` needs to know. */
export const weeksToRead = (pack: string, hosts: readonly Host[], start: Instant): HostDays[] =>
  hosts.map((host) => {
    const week = weekOf(host, start);
    return hostDays(pack, host.id, week.start, week.end);
  });

const loadOf = (host: Host, start: Instant, taken: readonly Quarter[]): number => {
  const week = weekOf(host, start);
  return taken.filter((at) => at * quarter >= week.start && at * quarter < week.end).length;
};

const weekOf = (host: Host, start: Instant): { start: Milliseconds; end: Milliseconds } => {
  const at = epoch(start);
  const clock = wallClock(host.timeZone, at - 7 * day, at + 7 * day);
  const today = clock.dayOf(at);
  // Day 0, 1 January 1970, was a Thursday.
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  return { start: clock.epochOf(monday, 0), end: clock.epochOf(monday + 7, 0) };
};
