import * as z from "zod";
import { receivers } from "./case-words.ts";
import { condition } from "./condition-shape.ts";
import { id, rule } from "./fields.ts";
import { milestoneName } from "./milestone-name.ts";
import { lead, span } from "./span.ts";

/**
 * What staff do that keeps a milestone. `registered` keeps none: acknowledging is a person's act. `reply` is the first
 * answer to a question, and whatever a person first writes to the customer is one.
 */
export const milestoneActions = ["acknowledge", "reply", "update", "plan", "answer", "resolve"] as const;
export type MilestoneAction = (typeof milestoneActions)[number];

/** Where the count begins: at receipt, when the information is complete, or when another milestone was kept. */
const from = z.union([
  z.enum(["receipt", "information-complete"]),
  z.strictObject({ milestone: id.describe("The milestone whose keeping starts the count") }),
]);

const milestone = z.strictObject({
  id,
  action: z.enum(milestoneActions),
  when: condition.optional(),
  due: z.union(
    [
      z.strictObject({
        within: span,
        from,
        under: z
          .boolean()
          .optional()
          .describe("Strictly sooner: at the very moment of the deadline it is late"),
      }),
      z.literal("plan").describe("The date that the plan names becomes the deadline"),
    ],
    {
      error:
        'write "plan", or { within, from } with a length such as { "workingDays": 7 }, { "days": 14 }, { "hours": "PT24H" } or { "workingHours": "PT8H" }, from "receipt", "information-complete" or { "milestone": … }',
    },
  ),
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
  .max(12)
  .superRefine((all, context) => {
    const say: Say = (message, path) => context.addIssue({ code: "custom", message, path });
    all.forEach((one, at) =>
      checkMilestone(one, all.slice(0, at), (message, path) => say(message, [at, ...path])),
    );
  });

type Say = (message: string, path: (string | number)[]) => void;

const checkMilestone = (one: MilestonePolicy, before: readonly MilestonePolicy[], say: Say): void => {
  if (before.some(({ id: other }) => other === one.id))
    return say(`"${one.id}" stands here a second time: give it an id of its own`, ["id"]);
  if (one.due === "plan") {
    if (!before.some(({ action }) => action === "plan"))
      return say("no milestone before this one asks for a plan: add it", ["due"]);
  } else if (typeof one.due.from !== "string") {
    const { milestone: earlier } = one.due.from;
    if (!before.some(({ id: other }) => other === earlier))
      return say(`no milestone "${earlier}" stands before this one: name one that does`, [
        "due",
        "from",
        "milestone",
      ]);
    if (!isThereWith(one, earlier, before))
      return say(`"${earlier}" is not there in each case that has this one: give both the same "when"`, [
        "due",
        "from",
        "milestone",
      ]);
  }
  checkName(one, before, say);
};

/** What counts from a milestone that its case does not have would never get a date. */
const isThereWith = (
  { when }: MilestonePolicy,
  earlier: string,
  before: readonly MilestonePolicy[],
): boolean => {
  const other = before.find((each) => each.id === earlier)?.when;
  return other === undefined || JSON.stringify(other) === JSON.stringify(when);
};

/** What Step Functions takes for the name of a state. */
const longestName = 80;

/** The waits of the machine have these names, and must differ. */
const checkName = (one: MilestonePolicy, before: readonly MilestonePolicy[], say: Say): void => {
  const name = milestoneName(one, before);
  if (before.some((other) => nameOf(other, before) === name))
    say("another milestone asks for the same by the same moment: take one of them away", ["due"]);
  if (name.length > longestName)
    say(`its name would be "${name}", of more than ${longestName} characters: shorten its "when"`, ["when"]);
};

/** One that counts from a milestone that is not there has a mistake of its own, and no name. */
const nameOf = (milestone: MilestonePolicy, among: readonly MilestonePolicy[]): string | undefined =>
  milestone.due === "plan" ||
  typeof milestone.due.from === "string" ||
  among.some((each) => hasId(each, milestone))
    ? milestoneName(milestone, among)
    : undefined;

const hasId = ({ id: known }: MilestonePolicy, { due }: MilestonePolicy): boolean =>
  due !== "plan" && typeof due.from !== "string" && due.from.milestone === known;
