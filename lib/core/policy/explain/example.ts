import { noticeGiven, noticeUntil } from "#core/appointment/notice.ts";
import { makePromises } from "#core/appointment/promises.ts";
import { momentIn } from "#core/message/moment.ts";
import { howFar, lengthOf } from "#core/message/span.ts";
import { hour, type Instant, minute, plus } from "#core/time.ts";
import { type AppointmentPlan, type PlannedPromise, planAppointments } from "../plan.ts";
import type { AppointmentPolicy, Policy } from "../shape.ts";
import type { Wording } from "./wording.ts";

/** A session on a real date, as the example follows it. */
export interface ExampleDates {
  readonly bookedAt: Instant;
  readonly start: Instant;
}

export interface ExampleLine {
  readonly at: Instant;
  /** Day and time in the company's zone, in the words of the language. */
  readonly moment: string;
  readonly text: string;
  /** The promise that is kept at this moment. */
  readonly promise?: string;
}

export interface WorkedExample extends ExampleDates {
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly ExampleLine[];
  /** What is left out when somebody books very late; absent where nothing is. */
  readonly short?: string;
}

/** Every moment comes from the same functions that fix the promises of a booking. */
export const workExample = (
  policy: Policy,
  dates: ExampleDates,
  wording: Wording,
): WorkedExample | undefined => {
  const plan = planAppointments(policy);
  const { appointments, timeZone } = policy;
  if (plan === undefined || appointments === undefined) return undefined;
  const { texts } = wording;
  const lines = [
    { at: dates.bookedAt, text: texts.example.booked },
    ...promisedLines(plan, dates, wording),
    ...noticeLines(appointments, dates, wording),
    { at: dates.start, text: texts.example.start },
  ];
  return {
    ...dates,
    title: texts.example.title,
    intro: intro(policy, appointments, dates, wording),
    lines: lines
      .toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1))
      .map((line) => ({ ...line, moment: moment(wording, line.at, timeZone) })),
    ...short(plan, dates, wording),
  };
};

const moment = ({ language }: Wording, at: Instant, timeZone: string): string => {
  const { day, time } = momentIn(language, at, timeZone);
  return `${day}, ${time}`;
};

const intro = (
  { timeZone }: Policy,
  { sessionTypes, hosts }: AppointmentPolicy,
  { start }: ExampleDates,
  { language, texts, say }: Wording,
): string => {
  const type = sessionTypes[0];
  const host = hosts.find(({ id }) => type?.hosts.includes(id));
  const { date, time, zone } = momentIn(language, start, timeZone);
  return say(texts.example.intro, {
    session: type?.name[language] ?? "",
    host: host?.name ?? "",
    date,
    time,
    zone,
  });
};

const promisedLines = (plan: AppointmentPlan, { bookedAt, start }: ExampleDates, wording: Wording) => {
  const promises = makePromises(plan, bookedAt, start);
  return plan.promises.flatMap((planned) => {
    const made = promises[planned.id];
    return made?.state === "open"
      ? [{ at: made.due, promise: planned.id, text: goesOut(planned, wording) }]
      : [];
  });
};

const goesOut = ({ moment, channel }: PlannedPromise, { language, texts, say }: Wording): string =>
  "within" in moment
    ? texts.example.confirmation
    : say(texts.example[channel], { before: howFar(language, moment.before) });

const noticeLines = ({ notice }: AppointmentPolicy, { start }: ExampleDates, { texts }: Wording) => {
  const until = noticeUntil(notice, start);
  const after = plus(until, minute);
  const { inTime, late, stillInTime } = texts.example;
  return [
    { at: until, text: inTime },
    { at: after, text: noticeGiven(notice, { start }, after) === "late" ? late : stillInTime },
  ];
};

/** Somebody who books this late is past some of the reminders of nearly every policy. */
const shortly = 3 * hour;

const short = (plan: AppointmentPlan, { start }: ExampleDates, wording: Wording): { short?: string } => {
  const promises = makePromises(plan, plus(start, -shortly), start);
  const skipped = plan.promises.filter(({ id }) => promises[id]?.state === "skipped");
  if (skipped.length === 0) return {};
  const { language, texts, say, list } = wording;
  const named = list(skipped.map((planned) => nameOf(planned, wording)));
  return { short: say(texts.example.short, { length: lengthOf(language, shortly), skipped: named }) };
};

const nameOf = ({ moment, channel }: PlannedPromise, { language, texts, say }: Wording): string =>
  "within" in moment
    ? texts.example.skipped.confirmation
    : say(texts.example.skipped[channel], { before: howFar(language, moment.before) });
