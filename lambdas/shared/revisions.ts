import { staffCancelBody, staffChangeBody } from "#api/schemas.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { acted } from "./acted.ts";

/** What staff do to a session before it takes place. */
export const revisions = {
  "POST /v1/{pack}/staff/appointments/{id}/change": acted(staffChangeBody, changeAppointment),
  "POST /v1/{pack}/staff/appointments/{id}/cancel": acted(staffCancelBody, cancelAppointment),
} as const;
