import * as z from "zod";
import { duration } from "#core/time.ts";
import { exact, rule } from "./fields.ts";

/** How long such a system may be away before somebody hears of it, and until when it is tried. */
const patience = {
  alertAfter: exact.describe("So long after the first attempt that failed a person is told"),
  giveUpAfter: exact.describe("So long after it nothing is tried any more, until a person says so"),
};

const column = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,79}$/, "write the name of a table or column, such as short_description");

const columns = z.record(column, z.string());

const servicenow = z.strictObject({
  id: z.literal("servicenow"),
  table: column.describe("Where its records stand, such as incident"),
  title: column.describe("The column of the title"),
  text: column.describe("The column of the text, which Kept writes anew each time"),
  standings: z
    .strictObject({
      registered: columns,
      open: columns,
      waiting: columns,
      answered: columns,
      closed: columns,
    })
    .describe("What each standing of a case is there, column by column"),
  ...patience,
  ...rule,
});

const pct = z.strictObject({ id: z.literal("pct"), ...patience, ...rule });

export type SystemPolicy = z.infer<typeof servicenow> | z.infer<typeof pct>;
export type ServiceNowPolicy = z.infer<typeof servicenow>;

/** Other systems that are told of every case (mission C7). */
export const systems = z.array(z.union([servicenow, pct])).superRefine((all, context) => {
  all.forEach(({ id, alertAfter, giveUpAfter }, at) => {
    if (all.findIndex((other) => other.id === id) < at)
      context.addIssue({ code: "custom", message: `"${id}" stands here a second time`, path: [at, "id"] });
    if (duration(alertAfter) >= duration(giveUpAfter))
      context.addIssue({
        code: "custom",
        message: "a person must hear of it before it is given up: write a shorter time",
        path: [at, "alertAfter"],
      });
  });
});
