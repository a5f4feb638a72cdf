import { searchQuery } from "../desk-schemas.ts";
import type { Operation } from "./operation.ts";

/** What the staff desk asks besides what all programs of a company ask. */
export const deskOperations = {
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
} as const satisfies Readonly<Record<string, Operation>>;
