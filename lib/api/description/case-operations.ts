import { auditQuery } from "../audit-schemas.ts";
import { caseQuery, casesQuery } from "../case-schemas.ts";
import type { ProblemCode } from "../problem.ts";
import type { RouteKey } from "../routes.ts";
import type { Operation } from "./operation.ts";

const intake = ["no-cases", "unknown-kind", "unknown-topic", "too-many"] as const;
const notNow = ["not-found", "already-done", "closed"] as const;

const acted = (
  summary: string,
  body: NonNullable<Operation["body"]>,
  ...problems: ProblemCode[]
): Operation => ({
  summary,
  body,
  answer: { status: 200, schema: "StaffCase" },
  problems: [...notNow, ...problems],
});

const answered = (
  summary: string,
  body: NonNullable<Operation["body"]>,
  ...problems: ProblemCode[]
): Operation => ({
  summary,
  body,
  answer: { status: 200, schema: "Case" },
  problems: [...notNow, ...problems],
});

type CaseRoute<A extends "public" | "link" | "staff"> = Extract<
  RouteKey<A>,
  `${string}/cases${string}` | `POST /v1/link/${"answer" | "escalate" | "satisfaction"}`
>;

export const intakeOperations: Readonly<Record<CaseRoute<"public">, Operation>> = {
  "POST /v1/{pack}/cases": {
    summary: "Register a complaint, an incident or a question; what is missing is asked for afterwards",
    body: "CaseRequest",
    answer: { status: 201, schema: "Registered" },
    problems: ["unknown-pack", ...intake],
  },
};

export const caseLinkOperations: Readonly<Record<CaseRoute<"link">, Operation>> = {
  "POST /v1/link/answer": answered("Answer, add something, or object", "LinkAnswerRequest"),
  "POST /v1/link/escalate": answered("Have somebody else look at it", "LinkEscalateRequest", "not-offered"),
  "POST /v1/link/satisfaction": answered("Say how it was, once", "LinkSatisfactionRequest", "not-open"),
};

export const caseOperations: Readonly<Record<CaseRoute<"staff">, Operation>> = {
  "GET /v1/{pack}/staff/cases": {
    summary: "The cases that are not closed, or those that are, by when they were received",
    query: casesQuery,
    answer: { status: 200, schema: "CaseList" },
    problems: ["invalid-request"],
  },
  "POST /v1/{pack}/staff/cases": {
    summary: "Register what came by phone, in a meeting or by mail, with when it was received",
    body: "StaffCaseRequest",
    answer: { status: 201, schema: "Registered" },
    problems: [...intake, "date-in-future", "no-contacts", "unknown-question"],
  },
  "GET /v1/{pack}/staff/cases/{id}": {
    summary: "A case with its milestones, each with the reason for its date, and everything that was done",
    query: caseQuery,
    answer: { status: 200, schema: "StaffCase" },
    problems: ["invalid-request", "not-found"],
  },
  "GET /v1/{pack}/staff/cases/{id}/audit": {
    summary: "Who did what to a case, when and why, chained so that anybody can check that it is all there",
    query: auditQuery,
    answer: { status: 200, schema: "CaseAudit" },
    problems: ["not-found", "invalid-request"],
  },
  "POST /v1/{pack}/staff/cases/{id}/preview": {
    summary: "What the customer would read if staff did this now; writes nothing, so nothing is remembered",
    body: "PreviewRequest",
    answer: { status: 200, schema: "Preview" },
    problems: [
      ...notNow,
      "not-open",
      "not-offered",
      "date-in-past",
      "too-late-to-extend",
      "unknown-kind",
      "changed-meanwhile",
      "cost-unanswered",
      "not-clarified",
      "not-understood",
    ],
  },
  "POST /v1/{pack}/staff/cases/{id}/classify": acted("Correct its kind", "ClassifyRequest", "unknown-kind"),
  "POST /v1/{pack}/staff/cases/{id}/assign": acted("Give it to somebody", "AssignRequest", "not-offered"),
  "POST /v1/{pack}/staff/cases/{id}/acknowledge": acted(
    "Tell that somebody has it; of a question it is the first answer, and the full one stays owed",
    "TextRequest",
  ),
  "POST /v1/{pack}/staff/cases/{id}/update": acted(
    "Tell how it goes; of a question the first of these is the first answer, and the full one stays owed",
    "TextRequest",
  ),
  "POST /v1/{pack}/staff/cases/{id}/plan": acted(
    "Say how and by when it will be solved",
    "PlanRequest",
    "date-in-past",
  ),
  "POST /v1/{pack}/staff/cases/{id}/answer": acted(
    "Answer it in full. A question ends with it: what goes out is kept as the copy, with who and when, on the case",
    "ConfirmedRequest",
    "not-clarified",
    "not-understood",
    "cost-unanswered",
  ),
  "POST /v1/{pack}/staff/cases/{id}/request-information": acted(
    "Ask for what is missing",
    "InformationRequest",
  ),
  "POST /v1/{pack}/staff/cases/{id}/information-complete": acted(
    "All that is needed is there",
    "MayTextRequest",
  ),
  "POST /v1/{pack}/staff/cases/{id}/extend": acted(
    "Another date, with a written reason, before the old one passes",
    "ExtendRequest",
    "too-late-to-extend",
    "date-in-past",
    "not-offered",
  ),
  "POST /v1/{pack}/staff/cases/{id}/resolve": acted(
    "The answer: solved",
    "ConfirmedRequest",
    "cost-unanswered",
    "not-clarified",
    "not-understood",
  ),
  "POST /v1/{pack}/staff/cases/{id}/decline": acted(
    "The answer: it cannot be, with findings, reasons and the next instance",
    "DeclineRequest",
  ),
  "POST /v1/{pack}/staff/cases/{id}/escalate": acted("Hand it further up", "MayTextRequest", "not-offered"),
  "POST /v1/{pack}/staff/cases/{id}/close": acted("Over", "CloseRequest", "not-open", "not-clarified"),
  "POST /v1/{pack}/staff/cases/{id}/clarify": acted(
    "Note what is asked and why, once it is understood; for staff alone",
    "ClarifyRequest",
    "not-offered",
  ),
  "POST /v1/{pack}/staff/cases/{id}/point": acted(
    "Show whoever wrote to a person the shared mailbox, once for each sender",
    "PointRequest",
    "not-offered",
  ),
  "POST /v1/{pack}/staff/cases/{id}/reopen": acted("Work begins anew", "MayTextRequest"),
  "POST /v1/{pack}/staff/cases/{id}/note": acted("For staff alone", "TextRequest"),
  "POST /v1/{pack}/staff/cases/{id}/cost-notice": acted(
    "Tell before the work whether it costs extra, which waits for an answer, or is covered",
    "CostNoticeRequest",
    "date-in-past",
    "not-open",
  ),
  "POST /v1/{pack}/staff/cases/{id}/cost-answer": acted(
    "Record who answered a notice of costs by telephone or mail, and how; or take the notice back",
    "CostAnswerRequest",
    "not-open",
    "not-offered",
  ),
};
