import { daysAfter } from "../../link/moment.ts";
import { mondayOf, pageDays } from "../weeks.ts";

/** Where a key leads in the grid of days, as the ARIA pattern for a grid of dates has it; `undefined` for other keys. */
export const dateByKey = (key: string, date: string): string | undefined => {
  const days = steps[key];
  if (days !== undefined) return daysAfter(date, days);
  if (key === "Home") return mondayOf(date);
  return key === "End" ? daysAfter(mondayOf(date), 6) : undefined;
};

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -pageDays,
  PageDown: pageDays,
};
