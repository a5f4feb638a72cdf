import { element } from "../element.ts";

/** Hands the calendar file to the person, who opens or keeps it. */
export const saveCalendar = (code: string, calendar: string): void => {
  const url = URL.createObjectURL(new Blob([calendar], { type: "text/calendar;charset=utf-8" }));
  element("a", { href: url, download: `${code}.ics` }).click();
  URL.revokeObjectURL(url);
};
