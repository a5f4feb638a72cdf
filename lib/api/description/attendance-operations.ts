import { agendaQuery } from "../attendance-schemas.ts";
import type { Operation } from "./operation.ts";

const answer = { status: 200, schema: "StaffAppointment" } as const;
const problems = ["not-found", "changed-meanwhile", "too-early", "already-over"] as const;

/** How sessions went: what staff say of them. */
export const attendanceOperations = {
  "GET /v1/{pack}/staff/agenda": {
    summary: "One day of all hosts",
    query: agendaQuery,
    answer: { status: 200, schema: "Agenda" },
    problems: ["invalid-request"],
  },
  "GET /v1/{pack}/staff/tasks": {
    summary: "What waits for a person",
    answer: { status: 200, schema: "Tasks" },
    problems: [],
  },
  "POST /v1/{pack}/staff/tasks/{id}/done": {
    summary: "Take a task off the list by hand; what it is about stays as it is",
    body: "DoneRequest",
    answer: { status: 200, schema: "Task" },
    problems: ["not-found"],
  },
  "POST /v1/{pack}/staff/appointments/{id}/outcome": {
    summary: "How the session went; also after it closed as not recorded, and instead of one that was wrong",
    body: "OutcomeRequest",
    answer,
    problems,
  },
  "POST /v1/{pack}/staff/appointments/{id}/silent": {
    summary: "The customer has fallen silent: from now on the policy's minutes run",
    body: "SilenceRequest",
    answer,
    problems,
  },
  "POST /v1/{pack}/staff/appointments/{id}/resumed": {
    summary: "The customer is back",
    body: "SilenceRequest",
    answer,
    problems,
  },
} as const satisfies Readonly<Record<string, Operation>>;

export const feedbackOperations = {
  "POST /v1/link/feedback": {
    summary: "Say how the session was; the newest counts",
    body: "FeedbackRequest",
    answer: { status: 200, schema: "Feedback" },
    problems: ["not-found", "changed-meanwhile"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
