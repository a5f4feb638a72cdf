import { daysAfter } from "../link/moment.ts";
import type { Company } from "./booking.ts";
import type { Client } from "./client.ts";
import type { Reader } from "./reader.ts";
import type { Times } from "./state.ts";
import { mondayOf, nearestTo, pageDays, type Time, timesByDay } from "./weeks.ts";

/** The visitor's dates between which anything can be booked, both included. */
export const bookableDates = ({ rules }: Company, { moments }: Reader) => ({
  first: moments.day(rules.earliest),
  last: moments.day(new Date(Date.parse(rules.end) - 1).toISOString()),
});

/** Looks for what is free to one visitor. */
export const createFinder = (client: Client, reader: Reader) => {
  const { moments, timeZone } = reader;
  const between = async (sessionType: string, from: string, to: string): Promise<Times | "away"> => {
    const answer = await client.slots(sessionType, timeZone, from, to);
    return "failed" in answer ? "away" : timesByDay(answer.found, moments);
  };
  const page = (sessionType: string, first: string) =>
    between(sessionType, first, daysAfter(first, pageDays));

  /** The first four weeks with a free time; the very first ones where there is none at all. */
  const soonest = async (company: Company, sessionType: string) => {
    const { first, last } = bookableDates(company, reader);
    const start = mondayOf(first);
    const begin = { first: start, times: await page(sessionType, start) };
    let found = begin;
    while (found.times !== "away" && found.times.size === 0) {
      const next = daysAfter(found.first, pageDays);
      if (next > last) return begin;
      found = { first: next, times: await page(sessionType, next) };
    }
    return found;
  };

  /** What to offer for a time that went: two weeks before it and after it. */
  const around = async (sessionType: string, wanted: string): Promise<readonly Time[]> => {
    const day = moments.day(wanted);
    const times = await between(sessionType, daysAfter(day, -14), daysAfter(day, 15));
    return times === "away" ? [] : nearestTo(wanted, [...times.values()].flat());
  };

  return { page, soonest, around };
};

export type Finder = ReturnType<typeof createFinder>;
