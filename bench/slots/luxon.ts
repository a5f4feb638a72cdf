import { DateTime } from "luxon";
import {
  afterLast,
  type Busy,
  closes,
  daysOff,
  firstDate,
  holidays,
  lunchFrom,
  lunchTo,
  opens,
  sessionMinutes,
} from "./question.ts";

/** As most would write it: from day to day, from slot to slot, each asked of every span that is taken. */
export const naive = (zone: string, busy: readonly Busy[]) => (): string[] => {
  const slots: string[] = [];
  const end = DateTime.fromISO(afterLast, { zone });
  for (let date = DateTime.fromISO(firstDate, { zone }); date < end; date = date.plus({ days: 1 })) {
    if (date.weekday > 5 || isClosed(date.toISODate() ?? "")) continue;
    const closing = at(date, closes);
    const lunch = { start: at(date, lunchFrom).toMillis(), end: at(date, lunchTo).toMillis() };
    for (let start = at(date, opens); ; start = start.plus({ minutes: 30 })) {
      const after = start.plus({ minutes: sessionMinutes });
      if (after > closing) break;
      const session = { start: start.toMillis(), end: after.toMillis() };
      if (!overlap(session, lunch) && !busy.some((span) => overlap(session, span)))
        slots.push(start.toUTC().toISO() ?? "");
    }
  }
  return slots;
};

const at = (date: DateTime, wall = ""): DateTime => {
  const [hour = 0, minute = 0] = wall.split(":").map(Number);
  return date.set({ hour, minute });
};

const isClosed = (date: string): boolean =>
  holidays.has(date) || (date >= daysOff.from && date <= daysOff.to);

const overlap = (one: Busy, other: Busy): boolean => one.start < other.end && other.start < one.end;
