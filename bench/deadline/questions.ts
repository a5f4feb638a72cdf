import { createHolidays } from "#adapters/holidays.ts";
import { deployedPolicies } from "#adapters/policies.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import { deadline } from "#core/case/deadline.ts";
import { fromEpoch, type Instant } from "#core/time.ts";
import { createChance } from "../measure.ts";

/** A company in one region that works from Monday to Friday, nine to five, and whose holidays are that region's. */
export interface Region {
  readonly name: "ES-CT" | "DE-BY" | "NL";
  readonly timeZone: string;
  /** As `2026-12-25`. */
  readonly holidays: readonly string[];
}

/** "Answer within so many working days of this moment": the answer is the end of business on the last of them. */
export interface Question {
  readonly received: Instant;
  readonly workingDays: number;
}

const tables = createHolidays();

const region = (name: Region["name"], timeZone: string): Region => ({
  name,
  timeZone,
  holidays: tables[name].days.map(({ date }) => date),
});

export const regions: readonly Region[] = [
  region("ES-CT", "Europe/Madrid"),
  region("DE-BY", "Europe/Berlin"),
  region("NL", "Europe/Amsterdam"),
];

/** Every moment of 2024 to 2030 from which thirty working days end within it, to the second. */
export const questions = (count: number): Question[] => {
  const chance = createChance(20_261_120);
  const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2030, 10, 1)];
  return Array.from({ length: count }, () => ({
    received: fromEpoch(Math.floor((from + chance() * (to - from)) / 1000) * 1000),
    workingDays: 1 + Math.floor(chance() * 30),
  }));
};

/** Somebody who answers such questions for one region. */
export type Answerer = (question: Question) => string;

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const officeHours = Object.fromEntries(weekdays.map((day) => [day, ["09:00-17:00"]]));

const { holidays: _own, ...someCompany } = deployedPolicies()
  .map(({ policy }) => policy)
  .filter(({ cases }) => cases !== undefined)[0]!;

const calendarOf = ({ name, timeZone }: Region) =>
  caseCalendar(
    { ...someCompany, timeZone, cases: { ...someCompany.cases!, hours: officeHours } },
    tables,
    name,
  ).calendar;

export const ours = (region: Region): Answerer => {
  const calendar = calendarOf(region);
  return ({ received, workingDays }) => deadline({ workingDays }, received, calendar).due;
};

/** The calendar made anew for each question, as an action of staff on one case does. */
export const oursWithCalendar =
  (region: Region): Answerer =>
  (question) =>
    ours(region)(question);
