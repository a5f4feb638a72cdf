import * as z from "zod";
import { receivers } from "./case-words.ts";
import { clarifying } from "./clarify.ts";
import { costs } from "./cost.ts";
import { id, inEachLanguage, rule } from "./fields.ts";
import { milestones } from "./milestones.ts";
import { span } from "./span.ts";

const field = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-zA-Z]{0,30}$/, "write letters, beginning with a small one, such as serialNumber"),
  name: inEachLanguage.describe("What customers read beside it"),
  required: z
    .boolean()
    .describe("What is missing of these is asked for; the case is registered all the same"),
  ...rule,
});

const topic = z.strictObject({
  id,
  name: inEachLanguage.describe("What customers choose from"),
  team: id.describe("Who takes it up, instead of the kind's own team"),
  fields: z.array(field),
  ...rule,
});

/** Questions to the customer and to third parties (mission C5). */
const requests = z.strictObject({
  reminders: z
    .array(span)
    .max(6)
    .describe("How long after the request each reminder goes out, the first first"),
  silentAfter: span.describe(
    "Then nothing is paused any more, and the handler decides what happens without an answer",
  ),
  pauses: z
    .strictObject({ customer: z.array(id), thirdParty: z.array(id) })
    .describe("Milestones whose time stands still meanwhile; all others run on"),
  ...rule,
});

const closing = z.strictObject({
  after: span.describe("So long after the answer it closes by itself, unless the customer objects"),
  reportTo: id.optional().describe("The team that is told first, and closes it in the other systems"),
  ...rule,
});

const escalation = z.strictObject({
  within: span.describe("How long after the answer a customer may ask for somebody else to look at it"),
  to: z.array(z.enum(receivers)).min(1).describe("The first of these who is not who answered"),
  ...rule,
});

export const kindShape = z
  .strictObject({
    team: id.describe("Who takes it up, where no topic says otherwise"),
    topics: z.array(topic).optional().describe("What it can be about; left out: anything, without fields"),
    loggedUnder: z
      .array(z.enum(["complaints", "support", "sales"]))
      .min(1, { abort: true })
      .optional()
      .describe("Mailboxes under one of which each is logged; the first where nothing tells"),
    milestones,
    requests: requests.optional().describe("Left out: nothing is asked, what is missing is not chased"),
    costs: costs
      .optional()
      .describe("Left out: whoever is told of a charge is not asked again, and nothing stands still"),
    clarifying: clarifying.optional().describe("Left out: nobody is reminded to ask until it is understood"),
    closing: closing.optional().describe("Left out: staff close it"),
    reopening: z
      .strictObject({
        within: span.describe("How long after closing the customer may open it again"),
        ...rule,
      })
      .optional()
      .describe("Left out: what comes later is a new case"),
    satisfaction: z
      .strictObject({ after: span.describe("How long after closing the customer is asked"), ...rule })
      .optional()
      .describe("Left out: nobody is asked"),
    escalation: escalation.optional().describe("Left out: the customer can only object"),
    ...rule,
  })
  .superRefine(({ topics = [], milestones: all, requests: asking, costs: charging }, context) => {
    topics.forEach((one, at) => {
      if (topics.findIndex((other) => other.id === one.id) < at)
        context.addIssue({
          code: "custom",
          message: `"${one.id}" stands here a second time: give it an id of its own`,
          path: ["topics", at, "id"],
        });
    });
    const checkStill = (names: readonly string[] = [], path: string[]) =>
      names.forEach((name, at) => {
        if (!all.some((each) => each.id === name))
          context.addIssue({
            code: "custom",
            message: `no milestone "${name}": name one that can stand still`,
            path: [...path, at],
          });
      });
    checkStill(asking?.pauses.customer, ["requests", "pauses", "customer"]);
    checkStill(asking?.pauses.thirdParty, ["requests", "pauses", "thirdParty"]);
    checkStill(charging?.pauses, ["costs", "pauses"]);
  });
