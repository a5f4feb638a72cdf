import type { Operation } from "./operation.ts";

const answer = { status: 200, schema: "Customer" } as const;

/** No-shows, and what follows from them. */
export const standingOperations = {
  "GET /v1/{pack}/staff/customers/{id}": {
    summary: "Where a customer stands; the id is the address",
    answer,
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/strikes/{id}/waive": {
    summary: "A no-show counts no more; for a manager, with a reason. The id is the appointment's",
    body: "WaiveRequest",
    answer,
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/strikes/{id}/confirm": {
    summary: "Whether the consequence of a repeated no-show applies, where the policy leaves it to a manager",
    body: "WordRequest",
    answer,
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/strikes/{id}/preview": {
    summary:
      "What the customer would read if a manager said so now; writes nothing, so nothing is remembered",
    body: "StrikePreviewRequest",
    answer: { status: 200, schema: "Preview" },
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/fees/{id}/paid": {
    summary: "A fee was paid; the id is the appointment's that it was accepted for",
    body: "FeeRequest",
    answer,
    problems: ["not-found", "already-over"],
  },
  "POST /v1/{pack}/staff/fees/{id}/waive": {
    summary: "A fee is owed no more",
    body: "FeeRequest",
    answer,
    problems: ["not-found", "already-over"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
