import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { Area } from "#api/routes.ts";
import type { RawMails } from "./raw-mails.ts";
import type { Records } from "./records.ts";

/** What one area of the API may do, and no other. */
export const grantAreas = (
  { staff, personal }: Readonly<Record<Area, IGrantable>>,
  records: Records,
  rawMails: RawMails,
): void => {
  records.grantMade(staff);
  records.grantWhole(personal);
  rawMails.grantErase(personal);
};
