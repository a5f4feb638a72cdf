import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { previewBody, searchQuery } from "#api/desk-schemas.ts";
import { movingQuery } from "#api/slots-query.ts";
import { staffView } from "#core/appointment/view.ts";
import { isRefusal } from "#core/errors.ts";
import { readAppointment } from "#steps/appointment.ts";
import { previewAct } from "#steps/case/preview.ts";
import { search } from "#steps/search/search.ts";
import { findSlots } from "#steps/slots.ts";
import { acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency, query } from "./request.ts";

const noAppointment = { refused: "not-found", detail: "There is no such appointment." } as const;

const find = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company } = acting(ports, event);
  return answer(200, await search(ports, company.policy, query(event, searchQuery).q));
};

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack } = acting(ports, event);
  const found = await readAppointment(ports, { pack, code: named(event) });
  return found === undefined
    ? refuse(noAppointment)
    : answer(200, staffView(company.policy, found, ports.now()));
};

const me = async (ports: Ports, event: APIGatewayProxyEventV2) => answer(200, acting(ports, event).staff);

const slots = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack } = acting(ports, event);
  const moved = await readAppointment(ports, { pack, code: named(event) });
  if (moved === undefined) return refuse(noAppointment);
  const { sessionType, code } = moved;
  const free = await findSlots(ports, company.policy, { sessionType, ...query(event, movingQuery) }, code);
  return isRefusal(free) ? refuse(free) : answer(200, { slots: free });
};

/** The key is asked for as of every POST, and not remembered: the same words may read otherwise a moment later. */
const preview = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack, staff } = acting(ports, event);
  idempotency(event, pack);
  const { act, wish } = body(event, previewBody);
  const id = { pack, number: named(event) };
  const seen = await previewAct(ports, id, act, wish, `staff:${staff.name}`);
  return isRefusal(seen) ? refuse(seen) : answer(200, seen);
};

/** What the staff desk asks besides what all programs of a company ask. */
export const desk = {
  "GET /v1/{pack}/staff/me": me,
  "GET /v1/{pack}/staff/search": find,
  "GET /v1/{pack}/staff/appointments/{id}": look,
  "GET /v1/{pack}/staff/appointments/{id}/slots": slots,
  "POST /v1/{pack}/staff/cases/{id}/preview": preview,
} as const;
