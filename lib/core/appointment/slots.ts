import { onceFor } from "#core/cache.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { findSessionType, hostsOf, inQuarters, speaks } from "./availability.ts";
import type { HostItems } from "./cells.ts";
import { freeStarts } from "./free-starts.ts";
import { type Quarter, quarterWriter } from "./quarter.ts";
import type { SlotQuery } from "./slot-query.ts";

/** A session that can be booked, with the one who gives it: `end` minus `start` is the session's length. */
export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  /** The host's id in the policy. */
  readonly host: string;
}

/** Slots of which nothing is written yet: of many that are free, whoever takes one pays for one. */
export interface FreeSlots {
  /** When each starts, ordered by start and then host. */
  readonly starts: readonly Quarter[];
  /** Whose that of a place in `starts` is, by the host's id. */
  readonly host: (place: number) => string;
  /** How long each is, in quarters. */
  readonly length: number;
}

/**
 * What can be booked now, ordered by start and then host: within one opening of a host, on the grid that begins with
 * that opening, inside lead time and horizon, and with every quarter of it and its buffers free in `occupied`, the items
 * of `daysToRead`.
 * A slot may be gone by the time it is booked: the booking's write decides.
 * @throws RangeError when `timeZone` is no IANA time zone.
 */
export const openSlots = (
  query: SlotQuery,
  now: Instant,
  occupied: HostItems,
): Slot[] | Refusal<"unknown-session-type"> => {
  const free = freeSlots(query, now, occupied);
  return isRefusal(free) ? free : allOf(free);
};

export const allOf = ({ starts, host, length }: FreeSlots): Slot[] => {
  const [startText, endText] = [quarterWriter(), quarterWriter()];
  return starts.map((start, place) => ({
    start: startText(start),
    end: endText(start + length),
    host: host(place),
  }));
};

/** The slot at that place of `starts`. */
export const slotAt = ({ starts, host, length }: FreeSlots, place: number): Slot => {
  const [start, write] = [starts[place] as Quarter, quarterWriter()];
  return { start: write(start), end: write(start + length), host: host(place) };
};

/** The same as `openSlots`, for whoever takes one of them. */
export const freeSlots = (
  query: SlotQuery,
  now: Instant,
  occupied: HostItems,
): FreeSlots | Refusal<"unknown-session-type"> => {
  const type = findSessionType(query.appointments, query.sessionType);
  if (isRefusal(type)) return type;
  const hosts = byId(hostsOf(query.appointments, type)).filter(speaks(query.language));
  const found = hosts.map(freeStarts(query, type, now, occupied));
  const ids = hosts.map(({ id }) => id);
  return { ...merged(ids, found), length: inQuarters(query.appointments, type).length };
};

const byId = onceFor((hosts: readonly Host[]) =>
  hosts.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
);

/** Of many hosts each start is met many times: those are told apart first, and only they are put in order. */
const merged = (
  ids: readonly string[],
  found: readonly (readonly Quarter[])[],
): Pick<FreeSlots, "starts" | "host"> => {
  const [[only = ""], [starts = []]] = [ids, found];
  if (ids.length < 2) return { starts, host: () => only };
  const given = new Map<Quarter, string[]>();
  for (const [place, id] of ids.entries())
    for (const start of found[place] ?? []) {
      const those = given.get(start);
      if (those === undefined) given.set(start, [id]);
      else those.push(id);
    }
  const [inTurn, hosts] = [new Array<Quarter>(), new Array<string>()];
  for (const [start, those] of [...given].sort(([one], [other]) => one - other))
    for (const id of those) {
      inTurn.push(start);
      hosts.push(id);
    }
  return { starts: inTurn, host: (place) => hosts[place] as string };
};
