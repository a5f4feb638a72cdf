import * as z from "zod";
import { exact, rule } from "./fields.ts";

/** What holds while one of the staff is away (expandit, "E-Mail-Regeln"). */
export const absence = z.strictObject({
  unanswered: exact.describe(
    "For so long one may be away without an automatic answer that names somebody else; exactly so long is allowed",
  ),
  ...rule,
});
