import * as z from "zod";
import { exact, id, rule } from "./fields.ts";
import { week } from "./week.ts";

/** A complaint is dissatisfaction, an incident a disturbance of the agreed service, an inquiry any other question. */
export const caseKinds = ["complaint", "incident", "inquiry"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What staff do that keeps a milestone. `registered` keeps none: acknowledging is a person's act. */
export const milestoneActions = ["acknowledge", "update", "plan", "answer", "resolve"] as const;
export type MilestoneAction = (typeof milestoneActions)[number];

/** Who hears of what is late, from the one who handles the case up to the board. */
export const receivers = ["handler", "manager", "board"] as const;
export type Receiver = (typeof receivers)[number];

const count = z.int().min(0).max(400);

/** How long something may take; `lib/core/case/deadline.ts` says how each is counted. */
const span = z.union([
  z.strictObject({ workingDays: count }),
  z.strictObject({ days: count }),
  z.strictObject({ hours: exact }),
  z.strictObject({ workingHours: exact }),
]);

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
  warnBefore: z.union([z.strictObject({ workingDays: count }), z.strictObject({ hours: exact })]).optional(),
  escalate: z
    .array(z.strictObject({ after: span, to: z.enum(receivers) }))
    .describe("Who hears of it when it is missed, and how long after"),
  extendable: z
    .boolean()
    .optional()
    .describe("With a written reason and a new date, before the old one passes"),
  ...rule,
});

const kind = z
  .strictObject({ team: z.string().min(1), milestones: z.array(milestone).min(1).max(6), ...rule })
  .superRefine(({ milestones }, context) =>
    milestones.forEach(({ due }, at) => {
      if (due === "plan" || typeof due.from === "string") return;
      const { milestone: earlier } = due.from;
      if (!milestones.slice(0, at).some((each) => each.id === earlier))
        context.addIssue({
          code: "custom",
          message: `no milestone "${earlier}" stands before this one: name one that does`,
          path: ["milestones", at, "due", "from", "milestone"],
        });
    }),
  );

export const cases = z.strictObject({
  hours: week.describe("When the company works, by its own wall; a deadline in days ends when it closes"),
  kinds: z.partialRecord(z.enum(caseKinds), kind),
  ...rule,
});

export type CasePolicy = z.infer<typeof cases>;
export type CaseKindPolicy = NonNullable<CasePolicy["kinds"][CaseKind]>;
export type MilestonePolicy = CaseKindPolicy["milestones"][number];
