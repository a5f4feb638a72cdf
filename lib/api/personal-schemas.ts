import * as z from "zod/mini";

/* What is known about a customer: handed out, and erased. */

export const forgetBody = z.strictObject({
  reason: z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(500),
      z.describe("Kept for good, with who asked: without the customer's address"),
    ),
  evenOpen: z
    ._default(z.boolean(), false)
    .check(
      z.describe("End what is still open: sessions are cancelled and cases closed in the company's name"),
    ),
});

const count = z._default(z.coerce.number().check(z.int(), z.nonnegative()), 0);

export const exportQuery = z.strictObject({
  part: z.pipe(count, z.int().check(z.maximum(15))).check(z.describe("Of the table, from 0")),
  after: count.check(z.describe("How many of that part's things are known already")),
});

export const rawMailQuery = z.strictObject({ from: count.check(z.describe("The byte to begin with")) });
