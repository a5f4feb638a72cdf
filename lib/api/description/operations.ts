import type { RouteKey } from "../routes.ts";
import { slotsQuery } from "../slots-query.ts";
import { accessOperations } from "./access-operations.ts";
import { articleOperations, usefulOperations } from "./article-operations.ts";
import { attendanceOperations, feedbackOperations } from "./attendance-operations.ts";
import { caseLinkOperations, caseOperations, intakeOperations } from "./case-operations.ts";
import { contactOperations } from "./contact-operations.ts";
import { deskOperations } from "./desk-operations.ts";
import { ledgerOperations } from "./ledger-operations.ts";
import { mailboxOperations } from "./mailbox-operations.ts";
import type { Operation } from "./operation.ts";
import { personalOperations } from "./personal-operations.ts";
import { quarantineOperations } from "./quarantine-operations.ts";
import { relationOperations } from "./relation-operations.ts";
import { noHost, noLonger, revisedByLink, revisedByStaff } from "./revision-operations.ts";
import { standingOperations } from "./standing-operations.ts";

const publicOperations: Readonly<Record<RouteKey<"public">, Operation>> = {
  ...intakeOperations,
  ...usefulOperations,
  "GET /openapi.json": {
    summary: "This description",
    answer: { status: 200, schema: "Description" },
    problems: [],
  },
  "GET /v1/{pack}/about": {
    summary: "The company, its languages, terms and mailboxes",
    answer: { status: 200, schema: "About" },
    problems: ["unknown-pack"],
  },
  "GET /v1/{pack}/session-types": {
    summary: "What can be booked",
    answer: { status: 200, schema: "SessionTypes" },
    problems: ["unknown-pack"],
  },
  "GET /v1/{pack}/booking-rules": {
    summary: "What holds for a session, to be shown before it is booked, and which days can be asked for",
    answer: { status: 200, schema: "CustomerRules" },
    problems: ["unknown-pack", "no-appointments"],
  },
  "GET /v1/{pack}/slots": {
    summary:
      "When it can be booked; `to` is excluded. With a Kept-Link header, what that appointment holds itself counts as free",
    query: slotsQuery,
    answer: { status: 200, schema: "Slots" },
    problems: [
      "unknown-pack",
      "invalid-request",
      "no-appointments",
      "unknown-session-type",
      "span-empty",
      "span-too-long",
    ],
  },
  "POST /v1/{pack}/appointments": {
    summary: "Book one session",
    body: "BookingRequest",
    answer: { status: 201, schema: "Booked" },
    problems: [
      "unknown-pack",
      ...noHost,
      "terms-not-current",
      "not-before",
      "fee-required",
      "too-many",
      "slot-taken",
      "restricted",
      "not-entitled",
      "token-invalid",
      "email-mismatch",
    ],
  },
  "POST /v1/{pack}/waitlist": {
    summary: "Wait for a session that somebody gives back, in a span of days",
    body: "WaitlistRequest",
    answer: { status: 201, schema: "Waiting" },
    problems: [
      "unknown-pack",
      "no-appointments",
      "no-waiting-list",
      "unknown-session-type",
      "span-empty",
      "span-too-long",
      "span-over",
      "already-waiting",
      "too-many",
      "restricted",
      "not-entitled",
    ],
  },
};

const notOpen = ["changed-meanwhile", "offer-taken", "offer-over", "not-waiting", "not-found"] as const;

const mayNot = ["restricted", "not-entitled", "not-before", "fee-required", "too-many"] as const;

const linkOperations: Readonly<Record<RouteKey<"link">, Operation>> = {
  "GET /v1/link": {
    summary: "Where what the link is about stands now; looking writes nothing",
    answer: { status: 200, schema: "Link" },
    problems: [],
  },
  ...feedbackOperations,
  ...caseLinkOperations,
  "POST /v1/link/confirm": {
    summary: "Say that one will come",
    body: "LinkRequest",
    answer: { status: 200, schema: "Appointment" },
    problems: [...noLonger, "restricted"],
  },
  ...revisedByLink,
  "POST /v1/link/accept": {
    summary:
      "Take what is offered, and with it accept the terms in force, and the fee that the offer names; of a case, agree to costs",
    body: "LinkAcceptRequest",
    answer: { status: 200, schema: "Accepted" },
    problems: [...notOpen, ...noHost, ...mayNot, "already-done", "closed", "not-open"],
  },
  "POST /v1/link/decline": {
    summary: "Let what is offered pass on, or leave the list; of a case, refuse costs",
    body: "LinkDeclineRequest",
    answer: { status: 200, schema: "Accepted" },
    problems: [...notOpen, "not-offered", "already-done", "closed", "not-open"],
  },
};

const staffOperations: Readonly<Record<RouteKey<"staff">, Operation>> = {
  ...accessOperations,
  ...articleOperations,
  ...attendanceOperations,
  ...contactOperations,
  ...ledgerOperations,
  ...caseOperations,
  ...mailboxOperations,
  ...quarantineOperations,
  ...deskOperations,
  ...relationOperations,
  ...standingOperations,
  ...revisedByStaff,
};

/** Every route, or it does not compile: one that is not described does not exist. */
export const operations: Readonly<Record<RouteKey, Operation>> = {
  ...publicOperations,
  ...linkOperations,
  ...staffOperations,
  ...personalOperations,
};
