import * as z from "zod";

/** RFC 9457. `code` is stable and is what programs act on; `detail` is for people, and says what to do. */
export const problemShape = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  message: z
    .string()
    .optional()
    .describe("For the customer, in the language of Accept-Language; absent for what only staff meet"),
  errors: z
    .array(z.object({ place: z.string(), message: z.string() }))
    .optional()
    .describe("For invalid-request: what is wrong, and where"),
  notBefore: z
    .string()
    .meta({ format: "date-time" })
    .optional()
    .describe("For not-before: the first start that is allowed"),
  fee: z
    .strictObject({ amount: z.string(), currency: z.string() })
    .optional()
    .describe("For fee-required: what is to be accepted"),
});
