import type * as z from "zod";
import type { RefusalFacts } from "#core/errors.ts";
import type { problemShape } from "./problem-shape.ts";

/** As `problemShape` describes it; whoever answers need not have that loaded. */
export type Problem = z.infer<typeof problemShape>;

/** Every code that a caller can meet, with its HTTP status. */
export const statusOf = {
  "invalid-request": 400,
  "idempotency-key-missing": 400,
  "span-empty": 400,
  "span-too-long": 400,
  "unknown-pack": 404,
  "not-found": 404,
  "no-appointments": 404,
  "no-waiting-list": 404,
  "no-cases": 404,
  "no-articles": 404,
  "no-contacts": 404,
  "no-absences": 404,
  "link-invalid": 404,
  unauthorized: 401,
  "token-invalid": 401,
  forbidden: 403,
  restricted: 403,
  "not-entitled": 403,
  "own-report": 403,
  "unknown-session-type": 422,
  "unknown-host": 422,
  "not-offered": 422,
  "too-soon": 422,
  "too-far": 422,
  "terms-not-current": 422,
  "email-mismatch": 422,
  "unknown-licence": 422,
  "unknown-level": 422,
  "unknown-kind": 422,
  "unknown-question": 422,
  "unknown-person": 422,
  "absence-unanswered": 422,
  "stand-in-circle": 422,
  "unknown-topic": 422,
  "date-in-future": 422,
  "date-in-past": 422,
  "no-account": 422,
  "no-sender": 422,
  "names-customer": 422,
  "not-before": 403,
  "fee-required": 402,
  "idempotency-mismatch": 422,
  unchanged: 422,
  "span-over": 422,
  "slot-taken": 409,
  "changed-meanwhile": 409,
  "already-over": 409,
  "too-early": 409,
  "already-waiting": 409,
  "absence-overlaps": 409,
  "offer-taken": 409,
  "offer-over": 409,
  "not-waiting": 409,
  closed: 409,
  "already-done": 409,
  "not-open": 409,
  "still-open": 409,
  "cost-unanswered": 409,
  "not-clarified": 409,
  "not-understood": 409,
  "no-meetings": 404,
  "unknown-partner-kind": 422,
  "too-late-to-extend": 409,
  "too-many": 429,
  "too-large": 413,
  busy: 503,
  fault: 500,
} as const;

export type ProblemCode = keyof typeof statusOf;

const titles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  402: "A fee is due",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  422: "Cannot be done",
  429: "Too many",
  500: "Our fault",
  503: "Busy",
};

export const problem = (
  code: ProblemCode,
  detail: string,
  errors?: Problem["errors"],
  facts: RefusalFacts = {},
): Problem => {
  const status = statusOf[code];
  const title = titles[status] ?? "Problem";
  return {
    type: "about:blank",
    title,
    status,
    code,
    detail,
    ...(errors !== undefined && { errors }),
    ...facts,
  };
};
