import { exportQuery, rawMailQuery } from "../personal-schemas.ts";
import type { Operation } from "./operation.ts";

/** All that is known about one customer, for managers; and files of mails, for staff. */
export const personalOperations = {
  "GET /v1/{pack}/staff/customers/{id}/export": {
    summary: "What is known about a customer, piece by piece; the id is the address",
    query: exportQuery,
    answer: { status: 200, schema: "PersonalData" },
    problems: ["invalid-request", "not-found"],
  },
  "GET /v1/{pack}/staff/customers/{id}/mails/{mail}": {
    summary: "A mail of a customer's as it came in, piece by piece, as long as it is kept",
    query: rawMailQuery,
    answer: { status: 200, schema: "RawMail" },
    problems: ["invalid-request", "not-found"],
  },
  "POST /v1/{pack}/staff/customers/{id}/forget": {
    summary: "Erase a customer step by step, until it is done; what is still open is named first",
    body: "ForgetRequest",
    answer: { status: 200, schema: "Forgetting" },
    problems: ["still-open", "names-customer", "not-found"],
  },
  "GET /v1/{pack}/staff/mails/{id}/files/{place}": {
    summary:
      "A file that came with a mail, by its place from 0; what a stranger sent, never to be opened in a browser",
    answer: { status: 200 },
    problems: ["not-found", "too-large"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
