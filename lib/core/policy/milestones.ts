import * as z from "zod";
import { id, rule } from "./fields.ts";
import { lead, span } from "./span.ts";

/** What staff do that keeps a milestone. `registered` keeps none: acknowledging is a person's act. */
export const milestoneActions = ["acknowledge", "update", "plan", "answer", "resolve"] as const;
export type MilestoneAction = (typeof milestoneActions)[number];

/** Who hears of what is late, from the one who handles the case up to the board. */
export const receivers = ["handler", "manager", "board"] as const;
export type Receiver = (typeof receivers)[number];

/** Where the count begins: at receipt, when the information is complete, or when another milestone was kept. */
const from = z.union([
  z.enum(["receipt", "information-complete"]),
  z.strictObject({ milestone: id.describe("The milestone whose keeping starts the count") }),
]);

const milestone = z.strictObject({
  id,
  action: z.enum(milestoneActions),
  due: z.union([
    z.strictObject({ within: span, from }),
    z.literal("plan").describe("The date that the plan names becomes the deadline"),
  ]),
  warnBefore: lead.optional().describe("How long before its deadline the handler is warned"),
  escalate: z
    .array(z.strictObject({ after: span, to: z.enum(receivers) }))
    .describe("Who hears of it when it is missed, and how long after"),
  extendable: z
    .boolean()
    .optional()
    .describe("With a written reason and a new date, before the old one passes"),
  ...rule,
});

export type MilestonePolicy = z.infer<typeof milestone>;

export const milestones = z
  .array(milestone)
  .min(1)
  .max(6)
  .superRefine((each, context) =>
    each.forEach((one, at) => {
      const before = each.slice(0, at);
      const say = (message: string, path: string[]) =>
        context.addIssue({ code: "custom", message, path: [at, ...path] });
      if (before.some(({ id: other }) => other === one.id))
        say(`"${one.id}" stands here a second time: give it an id of its own`, ["id"]);
      else if (before.some((other) => sameName(other, one)))
        say("another milestone asks for the same by the same moment: take one of them away", ["due"]);
      if (one.due !== "plan" && typeof one.due.from !== "string") {
        const { milestone: earlier } = one.due.from;
        if (!before.some(({ id: other }) => other === earlier))
          say(`no milestone "${earlier}" stands before this one: name one that does`, [
            "due",
            "from",
            "milestone",
          ]);
      } else if (one.due === "plan" && !before.some(({ action }) => action === "plan"))
        say("no milestone before this one asks for a plan: add it", ["due"]);
    }),
  );

/** A milestone is named by what is done and by when; the machine's waits have those names, and must differ. */
const sameName = (one: MilestonePolicy, other: MilestonePolicy): boolean =>
  one.action === other.action && JSON.stringify(one.due) === JSON.stringify(other.due);
