import { contactsQuery } from "../contact-schemas.ts";
import type { Operation } from "./operation.ts";

/** Who answers which question, and who is away. */
export const contactOperations = {
  "GET /v1/{pack}/staff/contacts": {
    summary: "Who answers a question by phone at a moment, and why: the matrix, hours and absences",
    query: contactsQuery,
    answer: { status: 200, schema: "Contact" },
    problems: ["invalid-request", "no-contacts", "unknown-question"],
  },
  "GET /v1/{pack}/staff/absences": {
    summary: "Who is away, or will be",
    answer: { status: 200, schema: "Absences" },
    problems: [],
  },
  "POST /v1/{pack}/staff/absences": {
    summary: "Enter who is away, from when, and who stands in; for long only with an automatic answer",
    body: "AbsenceRequest",
    answer: { status: 201, schema: "Absence" },
    problems: [
      "no-absences",
      "unknown-person",
      "span-empty",
      "date-in-past",
      "absence-unanswered",
      "absence-overlaps",
      "stand-in-circle",
    ],
  },
  "POST /v1/{pack}/staff/absences/{id}/end": {
    summary: "They are back before their time, or never left",
    body: "DoneRequest",
    answer: { status: 200, schema: "Absence" },
    problems: ["not-found", "already-over"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
