import { type CalendarDate, dayNumber } from "#core/calendar.ts";
import type { Refusal } from "#core/errors.ts";

/** Two months whole, and an answer that a page can show. */
const longestSpanDays = 62;

/** Whether slots from `from` until `to`, the latter excluded, may be asked for in one request. */
export const spanProblem = (
  from: CalendarDate,
  to: CalendarDate,
): Refusal<"span-empty" | "span-too-long"> | undefined => {
  const days = dayNumber(to) - dayNumber(from);
  if (days <= 0)
    return { refused: "span-empty", detail: `"to" is excluded, so it must come after "from", ${from}.` };
  return days > longestSpanDays
    ? { refused: "span-too-long", detail: `Ask for at most ${longestSpanDays} days; these are ${days}.` }
    : undefined;
};
