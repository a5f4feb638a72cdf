import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { waitlistBody } from "#api/schemas.ts";
import { isRefusal } from "#core/errors.ts";
import { waitingLink } from "#core/waiting/letter.ts";
import { join } from "#steps/waiting/join.ts";
import { customerOf, network } from "./book-appointment.ts";
import { answer, refuse } from "./problems.ts";
import { body, deployed, idempotency } from "./request.ts";

/** `POST /v1/{pack}/waitlist`: 201 with the place and the token of its link, also when it is sent again. */
export const joinWaitlist = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const company = deployed(ports, event);
  const { pack } = company.policy;
  const repeatable = idempotency(event, pack);
  const { customer, ...wish } = body(event, waitlistBody);
  const request = { ...wish, customer: await customerOf(customer) };
  const joined = await join(ports, company, request, repeatable, network(event, pack));
  if (isRefusal(joined)) return refuse(joined);
  const link = await ports.links.token(waitingLink({ pack, ...joined }, "answer"));
  return answer(201, { ...joined, link });
};
