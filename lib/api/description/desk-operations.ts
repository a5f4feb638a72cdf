import { searchQuery } from "../desk-schemas.ts";
import { movingQuery } from "../slots-query.ts";
import type { Operation } from "./operation.ts";

/** What the staff desk asks besides what all programs of a company ask. */
export const deskOperations = {
  "GET /v1/{pack}/staff/me": {
    summary: "Who asks, as the audit calls them, and which roles they have with this company",
    answer: { status: 200, schema: "Me" },
    problems: [],
  },
  "GET /v1/{pack}/staff/search": {
    summary:
      "Sessions and cases by code, number, e-mail address or name: the newest cases, and sessions around today",
    query: searchQuery,
    answer: { status: 200, schema: "Found" },
    problems: ["invalid-request"],
  },
  "GET /v1/{pack}/staff/appointments/{id}": {
    summary: "An appointment with every promise, and what became of each",
    answer: { status: 200, schema: "StaffAppointment" },
    problems: ["not-found"],
  },
  "GET /v1/{pack}/staff/appointments/{id}/slots": {
    summary: "When it could be instead; `to` is excluded. What it holds itself counts as free",
    query: movingQuery,
    answer: { status: 200, schema: "Slots" },
    problems: [
      "not-found",
      "invalid-request",
      "no-appointments",
      "unknown-session-type",
      "span-empty",
      "span-too-long",
    ],
  },
} as const satisfies Readonly<Record<string, Operation>>;
