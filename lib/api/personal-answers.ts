import * as z from "zod";

const codes = z.array(z.string());

export const personalAnswers = {
  Forgetting: z.strictObject({
    done: z.boolean().describe("Nothing is left; otherwise send the same request again"),
    codes: codes.describe("What was theirs, by its codes"),
    mails: z.int().nonnegative(),
    busy: codes.describe("What is being sent or done at this moment: it is erased when that is over"),
    mentions: codes.describe("What belongs to others and names the address: for a person to look at"),
  }),
  PersonalData: z.strictObject({
    kept: z.array(
      z.looseObject({
        type: z.string().describe("As in docs/personal-data.md"),
        of: z.string().optional().describe("The code of the session or case that it belongs to"),
      }),
    ),
    mails: codes.describe("Ids of mails whose raw form may still be there"),
    next: z
      .strictObject({ part: z.int().nonnegative(), after: z.int().nonnegative() })
      .optional()
      .describe("There is more: ask again with these"),
  }),
  RawMail: z.strictObject({
    id: z.string(),
    size: z.int().nonnegative().describe("Of the whole, in bytes"),
    content: z.string().describe("A piece of it, in base64"),
    next: z.int().positive().optional().describe("There is more: ask again with it as `from`"),
  }),
} as const;
