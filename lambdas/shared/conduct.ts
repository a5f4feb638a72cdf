import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { conductBody, customerBody, judgementBody } from "#api/access-schemas.ts";
import { customerAccessView } from "#core/customer/access-view.ts";
import { incidentView } from "#core/customer/conduct.ts";
import { isRefusal } from "#core/errors.ts";
import { enterCustomer } from "#steps/enter-customer.ts";
import { readIncident, readIncidents } from "#steps/incident.ts";
import { judgeConduct } from "#steps/judge-conduct.ts";
import { reportConduct } from "#steps/report-conduct.ts";
import { acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency } from "./request.ts";

/** A customer's id is the address. */
const addressed = (event: APIGatewayProxyEventV2): string => named(event).toLowerCase();

const enter = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const { rev: seen, ...facts } = body(event, customerBody);
  const entered = { email: addressed(event), ...facts, seen };
  const after = await enterCustomer(ports, company, entered, `staff:${staff.name}`, idempotency(event, pack));
  if (isRefusal(after)) return refuse(after);
  const incidents = await readIncidents(ports, pack, after);
  return answer(200, { id: entered.email, ...customerAccessView(after, incidents, ports.now()) });
};

const report = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const told = { customer: addressed(event), ...body(event, conductBody), by: staff.name };
  const incident = await reportConduct(ports, company, told, idempotency(event, pack));
  return isRefusal(incident) ? refuse(incident) : answer(201, incidentView(incident));
};

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const incident = await readIncident(ports, acting(ports, event).pack, named(event));
  return incident === undefined
    ? refuse({ refused: "not-found", detail: "There is no such incident." })
    : answer(200, incidentView(incident));
};

const judge = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event, "manager");
  const request = { ...body(event, judgementBody), id: named(event), by: staff.name };
  const incident = await judgeConduct(ports, company, request, idempotency(event, pack));
  return isRefusal(incident) ? refuse(incident) : answer(200, incidentView(incident));
};

/** What staff enter about customers, report of their conduct, and judge. */
export const conduct = {
  "PUT /v1/{pack}/staff/customers/{id}": enter,
  "POST /v1/{pack}/staff/customers/{id}/conduct": report,
  "GET /v1/{pack}/staff/conduct/{id}": look,
  "POST /v1/{pack}/staff/conduct/{id}/judge": judge,
} as const;
