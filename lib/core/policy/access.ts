import * as z from "zod";
import { benefits, checkLevels, levels } from "./benefits.ts";
import { id, rule } from "./fields.ts";
import { serviceChannels } from "./vocabulary.ts";

const granted = {
  channels: z.array(z.enum(serviceChannels)).describe("What whoever has it may use"),
  sessionTypes: z
    .array(id)
    .optional()
    .describe("Which sessions may be booked; left out: all, if sessions is among the channels"),
};

const tier = z.strictObject({
  licence: id,
  fromUsers: z
    .int()
    .min(1)
    .describe("From so many users on; of several tiers of a licence the highest counts"),
  needsAssurance: z
    .boolean()
    .optional()
    .describe("Only while a customer of the account has Software Assurance that has not ended"),
  ...granted,
  ...rule,
});

/** Which channels and sessions an account may use, by its licence and its number of users (mission B1, B2). */
export const access = z
  .strictObject({
    withoutAccount: z
      .strictObject({ ...granted, ...rule })
      .describe("For whoever names no account that is known"),
    tiers: z.array(tier),
    benefits: benefits.optional(),
    levels: levels.optional(),
  })
  .superRefine(({ levels: named }, context) => checkLevels(named, context))
  .superRefine(({ tiers }, context) =>
    tiers.forEach(({ licence, fromUsers }, at) => {
      if (tiers.findIndex((each) => each.licence === licence && each.fromUsers === fromUsers) < at)
        context.addIssue({
          code: "custom",
          message: `"${licence}" from ${fromUsers} users stands here a second time: one of them would never count`,
          path: ["tiers", at, "fromUsers"],
        });
    }),
  );
