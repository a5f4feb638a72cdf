import * as z from "zod";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import { actBodies } from "./case-schemas.ts";
import { staffCancelBody, staffChangeBody } from "./schemas.ts";
import { waiveBody, wordBody } from "./standing-schemas.ts";

/* What the staff desk asks besides: a look at a mail before it goes, and a search. */

interface PreviewWish {
  readonly act: StaffAct;
  readonly wish: StaffWish[StaffAct];
}

/** The act, and the body that it would be sent with. */
const previewOf = (act: StaffAct) => z.strictObject({ act: z.literal(act), wish: actBodies[act] });

const [first, ...others] = (Object.keys(actBodies) as StaffAct[]).map(previewOf);

/** @throws where there are no acts, which the schemas of the acts rule out. */
const forms = (): [ReturnType<typeof previewOf>, ...ReturnType<typeof previewOf>[]] => {
  if (first === undefined) throw new Error("there are no acts");
  return [first, ...others];
};

export const previewBody: z.ZodType<PreviewWish> = z.discriminatedUnion("act", forms());

/** What is to be seen before it is done to a session, or said of a strike. */
export const revisionPreviewBody = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("change"), wish: staffChangeBody }),
  z.strictObject({ act: z.literal("cancel"), wish: staffCancelBody }),
]);

export const strikePreviewBody = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("waive"), wish: waiveBody }),
  z.strictObject({ act: z.literal("confirm"), wish: wordBody }),
]);

export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(2, "write two characters at least")
    .max(254)
    .describe("A code, a number, an e-mail address, or the beginnings of a name"),
});
