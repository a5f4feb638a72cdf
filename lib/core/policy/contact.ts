import * as z from "zod";
import { exact, id, rule } from "./fields.ts";
import { lead, span } from "./span.ts";

const partner = z.strictObject({
  id,
  every: span.describe("From one contact so long to the last moment of the next"),
  announce: lead.describe("How early its account manager has it as a task"),
  understanding: z
    .boolean()
    .optional()
    .describe("Whether a new one first shows that they understand what is offered, before anything is sold"),
  ...rule,
});

const meetings = z.strictObject({
  remindBefore: exact.describe("How long before it guest and host are reminded"),
  graceMinutes: z.int().min(0).max(60).describe("Whoever comes so many minutes late is still on time"),
  ...rule,
});

/** Contact that is kept with partners, resellers and end customers (mission D7). */
export const steadyContact = z
  .strictObject({
    kinds: z.array(partner).min(1),
    meetings: meetings.optional().describe("Left out: staff register no meetings"),
    pointer: z
      .strictObject(rule)
      .optional()
      .describe("Whoever writes to a person is shown the shared mailbox, once; left out: nobody is"),
    ...rule,
  })
  .superRefine(({ kinds }, context) =>
    kinds.forEach(({ id: name }, at) => {
      if (kinds.findIndex((each) => each.id === name) < at)
        context.addIssue({
          code: "custom",
          message: `"${name}" stands here a second time: give it an id of its own`,
          path: ["kinds", at, "id"],
        });
    }),
  );

export type ContactPolicy = z.infer<typeof steadyContact>;
export type PartnerKind = ContactPolicy["kinds"][number];
