import type { Operation } from "./operation.ts";

/** Steady contact with accounts, and meetings with them. */
export const relationOperations = {
  "GET /v1/{pack}/staff/accounts/{id}/relation": {
    summary: "Who keeps contact with an account, and by when the next is due",
    answer: { status: 200, schema: "Relation" },
    problems: ["not-found"],
  },
  "PUT /v1/{pack}/staff/accounts/{id}/relation": {
    summary: "Say of which kind of partner it is, and who keeps contact; another kind has other dates",
    body: "RelationRequest",
    answer: { status: 200, schema: "Relation" },
    problems: ["not-found", "unknown-partner-kind", "changed-meanwhile"],
  },
  "POST /v1/{pack}/staff/accounts/{id}/contacts": {
    summary: "Record a contact: the interval begins anew",
    body: "ContactRequest",
    answer: { status: 200, schema: "Relation" },
    problems: ["not-found", "unknown-partner-kind", "date-in-future"],
  },
  "POST /v1/{pack}/staff/accounts/{id}/understood": {
    summary: "Record that they understand what is offered: before that nothing is sold to a new partner",
    body: "UnderstoodRequest",
    answer: { status: 200, schema: "Relation" },
    problems: ["not-found", "already-done"],
  },
  "POST /v1/{pack}/staff/accounts/{id}/meetings": {
    summary: "Register a meeting: guest and host are reminded of it",
    body: "MeetingRequest",
    answer: { status: 201, schema: "Meeting" },
    problems: ["not-found", "no-meetings", "date-in-past"],
  },
  "GET /v1/{pack}/staff/meetings/{id}/record": {
    summary: "A meeting, and who was on time",
    answer: { status: 200, schema: "Meeting" },
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/meetings/{id}/attended": {
    summary: "Record who came to a meeting, and when; with a guest there it counts as a contact",
    body: "AttendedRequest",
    answer: { status: 200, schema: "Meeting" },
    problems: ["not-found", "too-early", "already-done", "already-over"],
  },
  "POST /v1/{pack}/staff/meetings/{id}/cancel": {
    summary: "Call a meeting off: nobody is reminded of it any more",
    body: "DoneRequest",
    answer: { status: 200, schema: "Meeting" },
    problems: ["not-found", "already-done", "already-over"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
