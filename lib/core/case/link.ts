import type { LinkClaim } from "#core/appointment/links.ts";
import { day, plus } from "#core/time.ts";
import type { Case } from "./case.ts";

/** A case may go on for long, and be opened again: its link stays good for two years. */
const goodFor = 2 * 365 * day;

/** What the link in every mail about a case opens: that case, for that recipient. */
export const caseLink = (
  { pack, number, registeredAt }: Pick<Case, "pack" | "number" | "registeredAt">,
  given: LinkClaim["given"],
  recipient: LinkClaim["recipient"] = "customer",
): LinkClaim => ({
  purpose: "case",
  pack,
  subject: number,
  recipient,
  given,
  expires: plus(registeredAt, goodFor),
});
