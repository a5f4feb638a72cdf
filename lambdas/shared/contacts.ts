import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { nothingBody } from "#api/attendance-schemas.ts";
import { absenceBody, contactsQuery } from "#api/contact-schemas.ts";
import { absenceView } from "#core/absence/view.ts";
import { contactView } from "#core/contacts/view.ts";
import { isRefusal } from "#core/errors.ts";
import { endAbsence } from "#steps/absence/end.ts";
import { enterAbsence } from "#steps/absence/enter.ts";
import { readAbsences } from "#steps/absence/read.ts";
import { chooseContact } from "#steps/contacts/choose.ts";
import { acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency, query } from "./request.ts";

const contact = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company } = acting(ports, event);
  const asked = query(event, contactsQuery);
  const { at = ports.now(), language = company.policy.languages[0] ?? "en" } = asked;
  const choice = await chooseContact(ports, company, asked.question, at);
  return isRefusal(choice) ? refuse(choice) : answer(200, contactView(company.policy, choice, at, language));
};

const list = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  return answer(200, { absences: (await readAbsences(ports, pack, ports.now())).map(absenceView) });
};

const enter = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const wish = body(event, absenceBody);
  const made = await enterAbsence(ports, company, wish, `staff:${staff.name}`, idempotency(event, pack));
  return isRefusal(made) ? refuse(made) : answer(201, made);
};

const end = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack, staff } = acting(ports, event);
  body(event, nothingBody);
  const after = await endAbsence(ports, named(event), `staff:${staff.name}`, idempotency(event, pack));
  return isRefusal(after) ? refuse(after) : answer(200, after);
};

/** Who answers which question, and who is away. */
export const contacts = {
  "GET /v1/{pack}/staff/contacts": contact,
  "GET /v1/{pack}/staff/absences": list,
  "POST /v1/{pack}/staff/absences": enter,
  "POST /v1/{pack}/staff/absences/{id}/end": end,
} as const;
