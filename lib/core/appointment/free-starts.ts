import type { Host, SessionType } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { inQuarters } from "./availability.ts";
import { bookableTime } from "./bookable.ts";
import { noBuffer } from "./buffers.ts";
import { byZone } from "./by-zone.ts";
import { busyQuarters, type HostItems } from "./cells.ts";
import { openings, type Stretch, stretch } from "./openings.ts";
import type { Quarter } from "./quarter.ts";
import { askedTime, type SlotQuery } from "./slot-query.ts";

/** Of one host after the other the free starts, in order, each once. */
export const freeStarts = (
  query: SlotQuery,
  type: SessionType,
  now: Instant,
  occupied: HostItems,
): ((host: Host) => readonly Quarter[]) => {
  const asked = askedTime(query);
  const taken = busyQuarters(query.pack, occupied);
  const timeIn = byZone((timeZone) => {
    const bookable = bookableTime(query.appointments.booking, timeZone, now);
    const [from, to] = [Math.max(asked.start, bookable.earliest), Math.min(asked.end, bookable.end)];
    const time = stretch(timeZone, from, to);
    return { time, row: createRow(time, type) };
  });
  const { length, step } = inQuarters(query.appointments, type);
  return (host) => {
    const { time, row } = timeIn(host);
    const { first, after } = time;
    const starts: Quarter[] = [];
    if (after <= first) return starts;
    const isFree = row(taken(host.id));
    let [latest, mixed] = [Number.NEGATIVE_INFINITY, false];
    for (const opening of openings(host, query.closed(host), time))
      for (let at = opening.start; at + length <= opening.end; at += step) {
        if (at < first || at >= after || !isFree(at)) continue;
        mixed ||= at <= latest;
        latest = at;
        starts.push(at);
      }
    return mixed ? inOrder(starts) : starts;
  };
};

/** Openings may overlap by mistake or by a change of the clocks. */
const inOrder = (starts: readonly Quarter[]): readonly Quarter[] =>
  [...new Set(starts)].sort((one, other) => one - other);

/**
 * A row of quarters, marked anew for each host with what is taken: whether a session that starts then has each of its quarters
 * and of its buffers to itself.
 */
const createRow = (
  { first, after }: Stretch,
  { minutes, bufferMinutes = noBuffer }: SessionType,
): ((taken: readonly Quarter[]) => (start: Quarter) => boolean) => {
  const [ahead, behind] = [bufferMinutes.before / 15, (minutes + bufferMinutes.after) / 15];
  const origin = first - ahead;
  /** Those outside of it are no session's. */
  const marks = new Uint8Array(Math.max(0, after + behind - origin));
  const isFree = (start: Quarter): boolean => {
    const end = start + behind - origin;
    for (let at = start - ahead - origin; at < end; at += 1) if (marks[at] === 1) return false;
    return true;
  };
  return (taken) => {
    marks.fill(0);
    for (const at of taken) marks[at - origin] = 1;
    return isFree;
  };
};
