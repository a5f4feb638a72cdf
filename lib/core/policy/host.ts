import * as z from "zod";
import { date, holidayRegion, id, language, mailbox, rule, zone } from "./fields.ts";
import { week } from "./week.ts";

const reason = z.string().min(1).describe("For staff; customers see only that there are no slots");

/** One day, or several in a row. */
const dayOff = z.union(
  [
    z.strictObject({ date, reason }),
    z
      .strictObject({ from: date, to: date.describe("The last day off, included"), reason })
      .refine(({ from, to }) => from <= to, { error: "days off must end after they begin", path: ["to"] }),
  ],
  { error: "write { date, reason } or { from, to, reason }, with dates such as 2026-12-24" },
);

/** A person who gives sessions, and when: wall times and dates are those of the host's own zone. */
export const host = z.strictObject({
  id,
  name: z.string().min(1),
  email: mailbox,
  timeZone: zone,
  hours: week,
  breaks: week.optional().describe("Wall times within the hours at which no session may run"),
  daysOff: z.array(dayOff).optional(),
  holidays: holidayRegion.optional().describe("Instead of the company's own region"),
  languages: z.array(language).min(1).optional().describe("Spoken; left out: all of the company's"),
  ...rule,
});

const listedDay = z.strictObject({ date, reason });

/** The days on which the company's hosts receive nobody, besides their own. */
export const companyDays = z
  .strictObject({
    region: holidayRegion.optional().describe("For hosts who name none of their own"),
    closed: z.array(listedDay).optional().describe("Days that the company adds"),
    open: z.array(listedDay).optional().describe("Public holidays on which the company works"),
    ...rule,
  })
  .superRefine(({ closed = [], open = [] }, context) =>
    open.forEach((day, at) => {
      if (closed.some((other) => other.date === day.date))
        context.addIssue({
          code: "custom",
          message: `${day.date} stands under closed too: take one of them away`,
          path: ["open", at, "date"],
        });
    }),
  );
