import type { Operation } from "./operation.ts";

/** Why nobody can have a time. */
export const noHost = [
  "unknown-session-type",
  "unknown-host",
  "not-offered",
  "too-soon",
  "too-far",
  "no-appointments",
] as const;

/** Why an appointment can be changed no more, or not as it was seen. */
export const noLonger = ["changed-meanwhile", "already-over", "not-found"] as const;

const notMoved = [...noLonger, ...noHost, "slot-taken", "unchanged", "restricted", "not-before"] as const;

/** Another time or none, by the customer. */
export const revisedByLink = {
  "POST /v1/link/change": {
    summary: "Move to another time, however late; under the notice that is asked for it counts",
    body: "LinkChangeRequest",
    answer: { status: 200, schema: "Appointment" },
    problems: notMoved,
  },
  "POST /v1/link/cancel": {
    summary: "Cancel, however late; under the notice that is asked for it counts",
    body: "LinkRequest",
    answer: { status: 200, schema: "Appointment" },
    problems: [...noLonger, "no-appointments", "unknown-session-type", "restricted"],
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** The same by staff, and what the customer would read of it. */
export const revisedByStaff = {
  "POST /v1/{pack}/staff/appointments/{id}/preview": {
    summary:
      "What the customer would read if it were moved or cancelled now; writes nothing, so nothing is remembered",
    body: "RevisionPreviewRequest",
    answer: { status: 200, schema: "Preview" },
    problems: notMoved,
  },
  "POST /v1/{pack}/staff/appointments/{id}/change": {
    summary: "Move a session, in the company's name or on the customer's word",
    body: "StaffChangeRequest",
    answer: { status: 200, schema: "StaffAppointment" },
    problems: notMoved,
  },
  "POST /v1/{pack}/staff/appointments/{id}/cancel": {
    summary: "Cancel a session, in the company's name or on the customer's word",
    body: "StaffCancelRequest",
    answer: { status: 200, schema: "StaffAppointment" },
    problems: [...noLonger, "no-appointments", "unknown-session-type", "restricted"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
