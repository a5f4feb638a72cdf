import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { agendaQuery, nothingBody, outcomeBody, silenceBody } from "#api/attendance-schemas.ts";
import { isRefusal } from "#core/errors.ts";
import { taskView } from "#core/task.ts";
import { tasksNow } from "#steps/absence/tasks.ts";
import { readAgenda } from "#steps/agenda.ts";
import { doTask } from "#steps/do-task.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { noteResumed, noteSilent } from "#steps/silence.ts";
import { acted } from "./acted.ts";
import { acting } from "./acting.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency, query } from "./request.ts";

const agenda = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company } = acting(ports, event);
  return answer(200, await readAgenda(ports, company.policy, query(event, agendaQuery)));
};

const tasks = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  return answer(200, { tasks: await tasksNow(ports, pack) });
};

const done = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack, staff } = acting(ports, event);
  body(event, nothingBody);
  const id = event.pathParameters?.["id"] ?? "";
  const task = await doTask(ports, id, `staff:${staff.name}`, idempotency(event, pack));
  return isRefusal(task) ? refuse(task) : answer(200, taskView(task));
};

/** What staff look at during a day, and say of its sessions. */
export const attendance = {
  "GET /v1/{pack}/staff/agenda": agenda,
  "GET /v1/{pack}/staff/tasks": tasks,
  "POST /v1/{pack}/staff/tasks/{id}/done": done,
  "POST /v1/{pack}/staff/appointments/{id}/outcome": acted(outcomeBody, recordOutcome),
  "POST /v1/{pack}/staff/appointments/{id}/silent": acted(silenceBody, noteSilent),
  "POST /v1/{pack}/staff/appointments/{id}/resumed": acted(silenceBody, noteResumed),
} as const;
