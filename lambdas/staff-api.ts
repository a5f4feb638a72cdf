import { staffCancelBody, staffChangeBody } from "#api/schemas.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { accounts } from "./shared/accounts.ts";
import { acted } from "./shared/acted.ts";
import { api } from "./shared/api.ts";
import { articles } from "./shared/articles.ts";
import { attendance } from "./shared/attendance.ts";
import { audit } from "./shared/audit.ts";
import { cases } from "./shared/cases.ts";
import { conduct } from "./shared/conduct.ts";
import { contacts } from "./shared/contacts.ts";
import { desk } from "./shared/desk.ts";
import { mailboxes } from "./shared/mailboxes.ts";
import { promises } from "./shared/promises.ts";
import { quarantine } from "./shared/quarantine.ts";
import { standing } from "./shared/standing.ts";

/** What staff may ask and do, each within the company that their token names. */
export const handler = api<"staff">({
  ...accounts,
  ...articles,
  ...attendance,
  ...audit,
  ...cases,
  ...conduct,
  ...desk,
  ...contacts,
  ...mailboxes,
  ...promises,
  ...quarantine,
  ...standing,
  "POST /v1/{pack}/staff/appointments/{id}/change": acted(staffChangeBody, changeAppointment),
  "POST /v1/{pack}/staff/appointments/{id}/cancel": acted(staffCancelBody, cancelAppointment),
});
