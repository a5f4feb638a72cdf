const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** A length as people say it: whole minutes, hours or days, never more than there is. */
export const lengthOf = (milliseconds: number): string => {
  if (milliseconds < 2 * hourMs) return counted(Math.floor(milliseconds / minuteMs), "minute");
  if (milliseconds < 2 * dayMs) return counted(Math.floor(milliseconds / hourMs), "hour");
  return counted(Math.floor(milliseconds / dayMs), "day");
};

/** How near a deadline is. The word is on the page as well, so the colour says nothing alone. */
export interface Nearness {
  readonly near: "late" | "soon" | "ahead" | "none";
  readonly words: string;
}

/** Within a day it is soon; at the very moment it is still kept, and after it late. */
export const nearnessOf = (due: string | undefined, now: Date): Nearness => {
  if (due === undefined) return { near: "none", words: "No deadline" };
  const left = Date.parse(due) - now.getTime();
  if (left < 0) return { near: "late", words: `Late by ${lengthOf(-left)}` };
  return { near: left <= dayMs ? "soon" : "ahead", words: `Due in ${lengthOf(left)}` };
};

/** Instants as people at this computer read them, in its own zone. */
export const createClockFace = (timeZone: string) => {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
    return (instant: string | Date) => formatter.format(new Date(instant));
  };
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return {
    timeZone,
    time: format(clock),
    day: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    moment: format({ weekday: "short", day: "numeric", month: "short", year: "numeric", ...clock }),
    /** `2026-12-01`. */
    date: (instant: string | Date) =>
      new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(instant)),
  };
};
export type ClockFace = ReturnType<typeof createClockFace>;

/** The date some days on, both `2026-12-01`. */
export const daysFrom = (date: string, days: number): string => {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

/** `request-information` as a person writes it: "Request information"; a no-show keeps its hyphen. */
export const said = (word: string): string => {
  const spaced = word.replaceAll(/(?<!^no)-/g, " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** `staff:sanne` is Sanne's name alone; the customer and Kept are named as what they are. */
export const whoIs = (actor: string): string => {
  if (actor.startsWith("staff:")) return actor.slice("staff:".length);
  return actor === "kept" ? "Kept" : "The customer";
};

const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** `nl` is Dutch. */
export const languageName = (language: string): string => languages.of(language) ?? language;
