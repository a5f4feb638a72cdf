import * as z from "zod";

/* What a case shows of costs, and of what staff ask until they understand it. */

const instant = z.string().meta({ format: "date-time" });

export const costs = z
  .array(
    z.strictObject({
      notice: z.int().describe("Names it in an answer"),
      toldAt: instant,
      text: z.string().optional().describe("Absent where it was erased"),
      amount: z.string().optional(),
      currency: z.string().optional(),
      coveredUntil: z.string().meta({ format: "date" }).optional().describe("The last day"),
      state: z
        .enum(["open", "told", "silent", "over", "accepted", "declined", "withdrawn"])
        .describe("told: asks for no answer; silent: nobody asks again, and an answer is still taken"),
      answeredAt: instant.optional(),
      by: z.string().optional().describe("Who answered"),
    }),
  )
  .describe("What was told of costs, before the work");

export const clarifying = z
  .array(z.strictObject({ id: z.string(), name: z.string(), done: z.boolean() }))
  .describe("What staff ask until they understand it");
