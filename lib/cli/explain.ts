import { type CalendarDate, type DayNumber, dayNumber, parseDate, weekdayOf } from "#core/calendar.ts";
import { explainPolicy, explanationText } from "#core/policy/explain.ts";
import type { Policy } from "#core/policy/shape.ts";
import { type Language, languages } from "#core/policy/vocabulary.ts";
import { day, epoch, fromEpoch, type Instant } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import type { ExitCode, Given } from "./command.ts";
import type { Io } from "./io.ts";
import { UsageMistake } from "./mistake.ts";
import { findPolicy } from "./policy-document.ts";

/** `kept explain`: a policy in plain words. */
export const explain = async (given: Given, io: Io): Promise<ExitCode> => {
  const wished = languageOf(given.text("language"));
  const date = dateOf(given.text("date"));
  const policy = findPolicy(given.positionals[0] ?? "", io);
  const dates = exampleDates(policy, io.now(), date);
  const explanation = explainPolicy(policy, wished ?? policy.languages[0] ?? "en", dates);
  io.out(
    given.flag("json") ? `${JSON.stringify(explanation, undefined, 2)}\n` : explanationText(explanation),
  );
  return 0;
};

const languageOf = (given: string | undefined): Language | undefined => {
  const found = languages.find((language) => language === given);
  if (given !== undefined && found === undefined)
    throw new UsageMistake(`--language is "${given}"; name one of ${languages.join(", ")}`);
  return found;
};

const dateOf = (given: string | undefined): CalendarDate | undefined => {
  const date = given === undefined ? undefined : parseDate(given);
  if (given !== undefined && date === undefined)
    throw new UsageMistake(`--date is "${given}"; write a date that exists, such as 2026-12-09`);
  return date;
};

/** The example was booked a week ahead, so that every promise has its moment still to come. */
const bookedDaysAhead = 7;

/** The session at 14:00 and its booking at 10:00, both wall times in the company's zone. */
const exampleDates = ({ timeZone }: Policy, now: Instant, date: CalendarDate | undefined) => {
  const from = date === undefined ? epoch(now) : dayNumber(date) * day;
  const clock = wallClock(timeZone, from - 9 * day, from + 9 * day);
  const on = date === undefined ? nextWednesday(clock.dayOf(from)) : dayNumber(date);
  return {
    bookedAt: fromEpoch(clock.epochOf(on - bookedDaysAhead, 10 * 60)),
    start: fromEpoch(clock.epochOf(on, 14 * 60)),
  };
};

/** Never today: the example lies ahead. */
const nextWednesday = (today: DayNumber): DayNumber => {
  const next = today + 1;
  return weekdayOf(next) === "wednesday" ? next : nextWednesday(next);
};
