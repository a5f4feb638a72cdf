import { createCache } from "#core/cache.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { duration, hour, type Instant, minute } from "#core/time.ts";
import { caseWords } from "#messages/case.ts";
import { common } from "#messages/catalogue.ts";
import type { OwedFields, PromiseFields, Span } from "./case-fields.ts";
import { momentIn } from "./moment.ts";
import { asText, phrase, type Value } from "./phrase.ts";

type Say = (text: string, values: Readonly<Record<string, Value>>) => string;

const sayIn =
  (language: Language): Say =>
  (text, values) =>
    asText(phrase(language, text, values));

/** Of policies, so there are some hundreds. */
const promises = createCache<string>(2_000);

/** What is promised, in the reader's words: "Progress update within 14 working days after the acknowledgement". */
export const promiseIn = (language: Language, { action, rule }: PromiseFields): string =>
  promises(`${language} ${action} ${JSON.stringify(rule)}`, () => promiseSaid(language, { action, rule }));

const promiseSaid = (language: Language, { action, rule }: PromiseFields): string => {
  const say = sayIn(language);
  const words = caseWords[language];
  const deed = say(words.deed, { action });
  return say(words.promise, {
    deed,
    rule: beginning(rule),
    event: eventIn(language, rule),
    span: rule === "plan" ? "" : spanIn(language, rule.within),
  });
};

/** By when, or why there is no date to name; times are in `timeZone`. */
export const owedIn = (
  language: Language,
  { rule, due, stands }: Pick<OwedFields, "rule" | "due" | "stands">,
  timeZone: string,
): string =>
  sayIn(language)(caseWords[language].owed, {
    stands,
    from: beginning(rule),
    event: eventIn(language, rule),
    moment: due === undefined ? "" : whenIn(language, due, timeZone),
  });

/** "Wednesday 11 November 2026 at 17:00 (Amsterdam, CET)". */
export const whenIn = (language: Language, at: Instant, timeZone: string): string =>
  sayIn(language)(common[language].moment, { ...momentIn(language, at, timeZone) });

/** ICU takes no hyphen in the name of a choice. */
const beginning = (rule: PromiseFields["rule"]): "plan" | "receipt" | "information" | "milestone" => {
  if (rule === "plan") return "plan";
  if (rule.from === "receipt") return "receipt";
  return rule.from === "information-complete" ? "information" : "milestone";
};

const eventIn = (language: Language, rule: PromiseFields["rule"]): string =>
  rule === "plan" || typeof rule.from === "string"
    ? ""
    : sayIn(language)(caseWords[language].event, { action: rule.from.after });

/** Never hours as days: a day has 23 or 25 of them twice a year. */
export const spanIn = (language: Language, span: Span): string => {
  const say = (unit: string, count: number) => sayIn(language)(caseWords[language].span, { unit, count });
  if ("workingDays" in span) return say("workingDay", span.workingDays);
  if ("days" in span) return say("day", span.days);
  const working = "workingHours" in span;
  const length = duration("workingHours" in span ? span.workingHours : span.hours);
  return length % hour === 0
    ? say(working ? "workingHour" : "hour", length / hour)
    : say(working ? "workingMinute" : "minute", Math.round(length / minute));
};
