import { type CalendarDate, dateOf, dayNumber } from "#core/calendar.ts";
import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import {
  dayOfQuarter,
  hourAndMinute,
  placeInDay,
  type Quarter,
  quarterAt,
  quartersPerDay,
} from "./quarter.ts";

/** What a session takes of one UTC day: attributes of the host-day item, `c0900` for 09:00 to 09:15. */
interface DayCells {
  readonly day: CalendarDate;
  readonly cells: readonly string[];
}

const cellNames = hourAndMinute.map(([hours, minutes]) => `c${hours}${minutes}`);
const placeOfCell: ReadonlyMap<string, number> = new Map(cellNames.map((name, place) => [name, place]));

/**
 * The cells from `start` until `end`, in order, grouped by UTC day: a session over midnight UTC takes two items.
 * @throws RangeError when an end lies off the quarters, or `end` is not after `start`.
 */
export const cells = (start: Instant, end: Instant): DayCells[] => {
  const [first, after] = [quarterAt(start), quarterAt(end)];
  if (after <= first) throw new RangeError(`a session from ${start} to ${end} takes no time`);
  const days = new Map<number, string[]>();
  for (let at = first; at < after; at += 1)
    cellsOf(days, dayOfQuarter(at)).push(cellNames[placeInDay(at)] as string);
  return Array.from(days, ([number, names]) => ({ day: dateOf(number), cells: names }));
};

const cellsOf = (days: Map<number, string[]>, number: number): string[] => {
  const names = days.get(number) ?? [];
  days.set(number, names);
  return names;
};

export const hostKey = (pack: string, host: string): string => `${pack}#host#${host}`;
const dayPrefix = "day#";

/** The item that holds a host's UTC day. */
export const dayKey = (pack: string, host: string, day: CalendarDate): Key => ({
  pk: hostKey(pack, host),
  sk: daySort(day),
});

export const daySort = (day: CalendarDate): string => `${dayPrefix}${day}`;

/** Who holds something of that day, each as often as quarters. */
export const holders = (item: Item): string[] =>
  Object.entries(item).flatMap(([name, holder]) =>
    placeOfCell.has(name) && typeof holder === "string" ? [holder] : [],
  );

/** The items of hosts' days by their `pk`, as they are read: whose an item is need not be looked for in thousands of them. */
export type HostItems = ReadonlyMap<string, readonly Item[]>;

/**
 * For each host, all that is taken in their days. Attributes that are no cells do not count. One list is filled, because a year
 * has thousands of cells.
 */
export const busyQuarters =
  (pack: string, items: HostItems): ((host: string) => readonly Quarter[]) =>
  (host) => {
    const taken: Quarter[] = [];
    for (const item of items.get(hostKey(pack, host)) ?? []) addBusy(taken, item);
    return taken;
  };

const addBusy = (taken: Quarter[], item: Item): void => {
  const midnight = dayNumber(item.sk.slice(dayPrefix.length) as CalendarDate) * quartersPerDay;
  for (const name of Object.keys(item)) {
    const place = placeOfCell.get(name);
    if (place !== undefined) taken.push(midnight + place);
  }
};
