import { dayNumber } from "#core/calendar.ts";
import { momentIn } from "#core/message/moment.ts";
import { asText, locales, phrase, type Value } from "#core/message/phrase.ts";
import { lengthOf } from "#core/message/span.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { day, duration, type Instant } from "#core/time.ts";
import type { Deadline } from "./deadline.ts";
import { type Stretch, stretches, stretchInWords } from "./why/stretches.ts";
import { whyTexts } from "./why/texts.ts";

/** Whom a date is explained to, and by what it was counted. */
export interface WhyReader {
  readonly language: Language;
  /** The company's own, in which the days were counted. */
  readonly timeZone: string;
  /** The table of holidays with its version, as the case keeps it. */
  readonly holidays: string;
}

/** A deadline that was counted, and when it stood still since. */
export interface Counted {
  readonly why: Deadline;
  readonly stoodStill?: readonly { readonly from: Instant; readonly to: Instant }[];
}

/**
 * Why a deadline is when it is, in sentences: from where it was counted and how, each weekend, holiday and closed day that was
 * stepped over, by name, the zone, and the version of the table. From stored facts alone, so it says the same for ever.
 */
export const explainDate = ({ why, stoodStill = [] }: Counted, reader: WhyReader): string => {
  const texts = whyTexts[reader.language];
  const say = (text: string, values: Readonly<Record<string, Value>>) =>
    asText(phrase(reader.language, text, values));
  const moment = (at: Instant) => momentIn(reader.language, at, reader.timeZone);
  const still = stoodStill.map(({ from, to }) =>
    say(texts.stoodStill, { from: moment(from).date, to: moment(to).date }),
  );
  const due = say(endsAtClosing(why) ? texts.dueAtClosing : texts.due, { ...moment(why.due) });
  if (isNamed(why)) return [say(texts.named, { ...moment(why.from) }), ...still, due].join(" ");
  const table = "hours" in why.span ? [] : [say(texts.table, { holidays: reader.holidays })];
  return [counted(why, reader, say), ...steppedOver(why, reader, say), ...still, due, ...table].join(" ");
};

type Say = (text: string, values: Readonly<Record<string, Value>>) => string;

/** A date that people named counts no days: a plan's own, or that of an extension. */
const isNamed = ({ span, skipped, due, from }: Deadline): boolean =>
  "days" in span && span.days === 0 && skipped.length === 0 && due !== from;

const endsAtClosing = (why: Deadline): boolean =>
  !isNamed(why) && ("workingDays" in why.span || "days" in why.span);

const counted = ({ span, from }: Deadline, { language, timeZone }: WhyReader, say: Say): string => {
  const texts = whyTexts[language];
  const start = { ...momentIn(language, from, timeZone) };
  if ("workingDays" in span) return say(texts.workingDays, { ...start, count: span.workingDays });
  if ("days" in span) return say(texts.days, { ...start, count: span.days });
  return "hours" in span
    ? say(texts.hours, { ...start, length: lengthOf(language, duration(span.hours)) })
    : say(texts.workingHours, { ...start, length: lengthOf(language, duration(span.workingHours)) });
};

const steppedOver = ({ skipped }: Deadline, { language }: WhyReader, say: Say): string[] => {
  const texts = whyTexts[language];
  const list = (all: readonly Stretch[]) =>
    new Intl.ListFormat(locales[language]).format(all.map((each) => stretchInWords(language, each)));
  const all = stretches(skipped.map(({ date, closed }) => ({ at: dayNumber(date) * day, closed })));
  const [weekends, named] = [
    all.filter(({ name }) => name === undefined),
    all.filter(({ name }) => name !== undefined),
  ];
  return [
    ...(weekends.length === 0 ? [] : [say(texts.weekends, { list: list(weekends) })]),
    ...(named.length === 0 ? [] : [say(texts.holidays, { list: list(named) })]),
  ];
};
