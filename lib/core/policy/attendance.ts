import * as z from "zod";
import { day, duration } from "#core/time.ts";
import { exact, rule } from "./fields.ts";

const feedback = z.strictObject({
  within: exact.describe("How soon after the outcome the customer is asked; never before the session's end"),
  ...rule,
});

/** An execution waits for the outcome, and AWS ends any execution after a year. */
const longest = 28 * day;

/** Who came, who is asked for it, and what the customer is asked afterwards. */
export const attendance = z
  .strictObject({
    remindStaff: z
      .array(exact)
      .max(5)
      .describe("How long after the end the host is asked again for an outcome that is still missing"),
    closesAfter: exact.describe(
      "How long after the end a session without an outcome closes as not recorded, which is nobody's no-show",
    ),
    feedback: feedback.optional(),
    ...rule,
  })
  .superRefine(({ remindStaff, closesAfter }, context) => {
    const say = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    if (duration(closesAfter) > longest) say("close within PT672H, four weeks", ["closesAfter"]);
    [...remindStaff, closesAfter].forEach((each, at, all) => {
      const before = all[at - 1];
      const place = at < remindStaff.length ? ["remindStaff", at] : ["closesAfter"];
      if (before !== undefined && duration(each) <= duration(before))
        say("staff are reminded in the order they stand, and all before it closes", place);
    });
  });

/** When a session that the customer dropped out of may be called off (taxdome §4). */
export const interruption = z.strictObject({
  after: exact.describe("Silence of more than that; exactly so long is not enough"),
  ...rule,
});
