import * as z from "zod";
import { id, inEachLanguage, rule } from "./fields.ts";
import { benefitNames } from "./vocabulary.ts";

/** What must be so for an account to have something. */
export const needs = ["assurance", "current-software", "check"] as const;
export type Need = (typeof needs)[number];

/** What an account has besides channels and sessions (expandit, the list at the head of its text). */
export const benefits = z.array(
  z.strictObject({
    id: z.enum(benefitNames),
    needs: z
      .array(z.enum(needs))
      .describe(
        "Software Assurance that holds; software that is the current one; a check by whoever keeps the source code",
      ),
    ...rule,
  }),
);

export type Benefit = z.infer<typeof benefits>[number];

/** Feature levels, of which an upgrade costs the difference as long as the investment is protected. */
export const levels = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, "write an ISO 4217 currency, such as EUR"),
  steps: z
    .array(
      z.strictObject({
        id,
        name: inEachLanguage,
        price: z.string().regex(/^\d{1,9}\.\d\d$/, "write an amount with two decimals, such as 5000.00"),
      }),
    )
    .min(1)
    .describe("From the lowest to the highest"),
  ...rule,
});

export type Levels = z.infer<typeof levels>;

/** A higher level that costs no more would make the difference a gift. */
export const checkLevels = (named: Levels | undefined, context: z.core.$RefinementCtx): void =>
  named?.steps.forEach(({ id: level, price }, at) => {
    const before = named.steps.slice(0, at);
    const say = (message: string, key: string) =>
      context.addIssue({ code: "custom", message, path: ["levels", "steps", at, key] });
    if (before.some((each) => each.id === level)) say(`"${level}" stands here a second time`, "id");
    if (before.some((each) => Number(each.price) >= Number(price)))
      say("a level before this one costs as much or more: put them in order", "price");
  });
