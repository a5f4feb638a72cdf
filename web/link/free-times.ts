import type { Link, Slot } from "./link.ts";
import type { Moments } from "./moment.ts";

/** A start that can be chosen, whoever receives the customer then. */
export interface FreeTime {
  readonly start: string;
  readonly end: string;
  /** With its zone where the day has the same wall time twice. */
  readonly label: string;
  /** The host whom the customer knows is not free then. */
  readonly otherHost: boolean;
}

export interface FreeDay {
  readonly date: string;
  readonly name: string;
  readonly times: readonly FreeTime[];
}

/** The session that is to be moved: when it is, and with whom. */
export interface Moved {
  readonly appointment: Pick<Link["appointment"], "start" | "host">;
}

/** The free times day by day in the reader's zone, each start once; the one that the customer has is no other time. */
export const freeDays = (
  slots: readonly Slot[],
  { appointment }: Moved,
  moments: Moments,
): readonly FreeDay[] => {
  const known = new Set(
    slots.filter(({ host }) => host === appointment.host).map(({ start }) => Date.parse(start)),
  );
  const starts = new Map(slots.map((slot) => [Date.parse(slot.start), slot]));
  starts.delete(Date.parse(appointment.start));
  const sorted = [...starts].sort(([a], [b]) => a - b).map(([, slot]) => slot);
  const dates = [...new Set(sorted.map(({ start }) => moments.day(start)))];
  return dates.map((date) => {
    const ofDay = sorted.filter(({ start }) => moments.day(start) === date);
    const times = ofDay.map(({ start, end }) => ({
      start,
      end,
      label: labelOf(start, ofDay, moments),
      otherHost: !known.has(Date.parse(start)),
    }));
    return { date, name: moments.date(ofDay[0]?.start ?? date), times };
  });
};

const labelOf = (start: string, ofDay: readonly Slot[], moments: Moments): string => {
  const time = moments.time(start);
  const twice = ofDay.filter((other) => moments.time(other.start) === time).length > 1;
  return twice ? `${time} (${moments.zone(start)})` : time;
};

/** Those whose starts are nearest to an instant, in the order of time. */
export const nearest = (slots: readonly Slot[], to: string, most: number): readonly Slot[] => {
  const distance = ({ start }: Slot) => Math.abs(Date.parse(start) - Date.parse(to));
  return slots.toSorted((a, b) => distance(a) - distance(b)).slice(0, most);
};
