import type { Language } from "#core/policy/vocabulary.ts";
import { duration } from "#core/time.ts";
import { feedbackRequest, interrupted, staffAttendance } from "#messages/attendance.ts";
import { common } from "#messages/catalogue.ts";
import type { FeedbackFields, InterruptedFields, StaffAttendanceFields } from "./attendance-fields.ts";
import { footer } from "./customer-letters.ts";
import { customerRows, sessionRows } from "./details.ts";
import type { Letter } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { phrase } from "./phrase.ts";
import { opening, sessionValues, type Values } from "./session-letter.ts";
import { lengthOf } from "./span.ts";

/** Why the session was broken off, what that means, and how to book another. */
export const interruptedLetter = (language: Language, fields: InterruptedFields): Letter => {
  const texts = interrupted[language].email;
  const values = { ...sessionValues(language, fields), ...silenceValues(language, fields) };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: sessionRows(language, values),
    paragraphs: [texts.reason, texts.consequence, texts.again].map((text) => phrase(language, text, values)),
    buttons: [{ label: common[language].bookAgain, url: fields.bookUrl }],
    footer: footer(language, values, fields.supportMailbox),
  };
};

const silenceValues = (language: Language, { silence, clause, counts }: InterruptedFields): Values => ({
  known: silence === undefined ? "no" : "yes",
  silence: silence === undefined ? "" : lengthOf(language, duration(silence)),
  clause,
  counts: counts ? "yes" : "no",
});

/** Each mark opens the page with that mark chosen; nothing is said before a press there. */
export const feedbackLetter = (language: Language, fields: FeedbackFields): Letter => {
  const texts = feedbackRequest[language].email;
  const values = sessionValues(language, fields);
  const names: Readonly<Record<number, string>> = { 5: texts.best, 1: texts.worst };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: sessionRows(language, values),
    paragraphs: [phrase(language, texts.how, values)],
    buttons: fields.ratingUrls.map(({ rating, url }) => ({ label: names[rating] ?? String(rating), url })),
    footer: footer(language, values, fields.supportMailbox),
  };
};

/** No button, as in every mail to a host: they answer at the staff desk, where the audit knows who it was. */
export const staffAttendanceLetter = (language: Language, fields: StaffAttendanceFields): Letter => {
  const texts = staffAttendance[language].email;
  const { day, time } = momentIn(language, fields.closesAt, fields.timeZone);
  const values = { ...sessionValues(language, fields), untilDay: day, untilTime: time };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].hostGreeting, values),
    rows: customerRows(language, values, fields),
    paragraphs: [texts.outcomes, texts.closes].map((text) => phrase(language, text, values)),
    buttons: [],
    footer: phrase(language, common[language].hostFooter, values),
  };
};
