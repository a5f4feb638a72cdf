import type { Operation } from "./operation.ts";

const notJudged = ["own-report", "too-soon", "no-account", "not-found"] as const;

/** Accounts, customers and their conduct. */
export const accessOperations = {
  "POST /v1/{pack}/staff/accounts": {
    summary: "Enter accounts, all of them or none; or only say what is wrong with them",
    body: "AccountsRequest",
    answer: { status: 200, schema: "AccountsEntered" },
    problems: ["unknown-licence", "unknown-level"],
  },
  "GET /v1/{pack}/staff/accounts/{id}": {
    summary: "An account",
    answer: { status: 200, schema: "Account" },
    problems: ["not-found"],
  },
  "PUT /v1/{pack}/staff/accounts/{id}": {
    summary: "Enter an account, or enter it anew; a licence that was ended stays so",
    body: "AccountRequest",
    answer: { status: 200, schema: "Account" },
    problems: ["unknown-licence", "unknown-level", "changed-meanwhile", "not-found"],
  },
  "GET /v1/{pack}/staff/accounts/{id}/entitlements": {
    summary: "What an account has today and what it has not, and why: each with its clause",
    answer: { status: 200, schema: "Entitlements" },
    problems: ["not-found"],
  },
  "PUT /v1/{pack}/staff/customers/{id}": {
    summary: "Enter a customer's account, and how to write to them; the id is the address",
    body: "CustomerRequest",
    answer: { status: 200, schema: "CustomerEntered" },
    problems: ["changed-meanwhile", "not-found"],
  },
  "POST /v1/{pack}/staff/customers/{id}/conduct": {
    summary: "Report an incident with its evidence; it takes nothing before it was judged",
    body: "ConductRequest",
    answer: { status: 201, schema: "Incident" },
    problems: ["not-found"],
  },
  "GET /v1/{pack}/staff/conduct/{id}": {
    summary: "What was reported about a customer, and how it was judged; a task names it by its id",
    answer: { status: 200, schema: "Incident" },
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/conduct/{id}/judge": {
    summary: "Judge an incident, or judge it anew; for a manager who did not report it",
    body: "JudgementRequest",
    answer: { status: 200, schema: "Incident" },
    problems: notJudged,
  },
  "POST /v1/{pack}/staff/conduct/{id}/preview": {
    summary:
      "What the customer would read if it were judged so now; writes nothing, so nothing is remembered",
    body: "JudgementRequest",
    answer: { status: 200, schema: "Preview" },
    problems: notJudged,
  },
} as const satisfies Readonly<Record<string, Operation>>;
