import { type CalendarDate, dayNumber } from "#core/calendar.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { day, epoch, fromEpoch, type Instant } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import type { Appointment } from "./appointment.ts";
import { holders } from "./cells.ts";
import { type HostDays, hostDays } from "./host-days.ts";
import { namesIn } from "./view.ts";

/** One date on the wall of one zone: 23 or 25 hours long twice a year. */
export interface AgendaDay {
  readonly start: Instant;
  /** Excluded. */
  readonly end: Instant;
}

/** @throws RangeError when `timeZone` is no IANA time zone. */
export const agendaDay = (date: CalendarDate, timeZone: string): AgendaDay => {
  const number = dayNumber(date);
  const clock = wallClock(timeZone, number * day, (number + 1) * day);
  return { start: fromEpoch(clock.epochOf(number, 0)), end: fromEpoch(clock.epochOf(number + 1, 0)) };
};

/** What to read: the days of all hosts that the policy names. */
export const agendaDays = ({ pack, appointments }: Policy, { start, end }: AgendaDay): HostDays[] =>
  (appointments?.hosts ?? []).map(hostDays(pack, epoch(start), epoch(end)));

/** Whose cells are taken in these days; some may be held for an offer, and are no appointment's. */
export const codesIn = (items: readonly Item[]): string[] => [...new Set(items.flatMap(holders))];

/** Sessions that touch the day, by start, then host. What they are called is said in the company's first language. */
export const agenda = (policy: Policy, { start, end }: AgendaDay, sessions: readonly Appointment[]) =>
  sessions
    .filter((each) => each.status !== "cancelled" && each.start < end && each.end > start)
    .toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
    .map((each) => entry(policy, each));

const place = ({ start, host }: Appointment): string => `${start} ${host}`;

const entry = (policy: Policy, appointment: Appointment) => {
  const { code, version, status, start, end, customer, attendance, silentSince, confirmedAt } = appointment;
  const { name, email, phone } = customer;
  return {
    id: code,
    code,
    version,
    status,
    start,
    end,
    ...namesIn(policy, appointment, policy.languages[0] ?? appointment.language),
    customer: { name, email, ...(phone !== undefined && { phone }) },
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(attendance !== undefined && { attendance }),
    ...(silentSince !== undefined && { silentSince }),
  };
};
