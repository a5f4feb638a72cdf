import { accounts } from "./accounts.ts";
import { articles } from "./articles.ts";
import { attendance } from "./attendance.ts";
import { audit } from "./audit.ts";
import { cases } from "./cases.ts";
import { conduct } from "./conduct.ts";
import { contacts } from "./contacts.ts";
import { desk } from "./desk.ts";
import { mailboxes } from "./mailboxes.ts";
import { promises } from "./promises.ts";
import { quarantine } from "./quarantine.ts";
import { relations } from "./relations.ts";
import { revisions } from "./revisions.ts";
import { standing } from "./standing.ts";

/** What staff may ask and do, by area: each in a file of its own. */
export const staffRoutes = {
  ...accounts,
  ...articles,
  ...attendance,
  ...audit,
  ...cases,
  ...conduct,
  ...contacts,
  ...desk,
  ...mailboxes,
  ...promises,
  ...quarantine,
  ...revisions,
  ...relations,
  ...standing,
} as const;
