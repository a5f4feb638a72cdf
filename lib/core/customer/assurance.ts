import type { CalendarDate } from "#core/calendar.ts";
import type { Account } from "./account.ts";

/** How an account stands with the Software Assurance of its customers; one of them is enough. */
export type AssuranceState =
  | { readonly state: "none" }
  /** The last day on which one of them holds; it counts whole. */
  | { readonly state: "active"; readonly until: CalendarDate }
  | { readonly state: "ended"; readonly until: CalendarDate };

/** @param today in the company's zone. */
export const assuranceOn = (
  { assurances = [] }: Pick<Account, "assurances">,
  today: CalendarDate,
): AssuranceState => {
  const last = assurances
    .map(({ until }) => until)
    .reduce<CalendarDate | undefined>(
      (latest, each) => (latest !== undefined && latest > each ? latest : each),
      undefined,
    );
  if (last === undefined) return { state: "none" };
  return { state: today <= last ? "active" : "ended", until: last };
};

/** For staff, in English. */
export const assuranceInWords = (assurance: AssuranceState): string => {
  switch (assurance.state) {
    case "active":
      return `Software Assurance holds until ${assurance.until}, that day included.`;
    case "ended":
      return `Software Assurance ended on ${assurance.until}.`;
    case "none":
      return "No Software Assurance of its customers is known.";
  }
};
