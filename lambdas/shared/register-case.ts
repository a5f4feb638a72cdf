import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { caseBody } from "#api/case-schemas.ts";
import { caseLink } from "#core/case/link.ts";
import type { CaseRequest } from "#core/case/register.ts";
import { isRefusal } from "#core/errors.ts";
import { readCase } from "#steps/case/read.ts";
import { registerCase } from "#steps/case/register.ts";
import { customerOf } from "./book-appointment.ts";
import { answer, refuse } from "./problems.ts";
import { body, deployed, idempotency } from "./request.ts";

/** `POST /v1/{pack}/cases`: whatever a customer writes at the portal is registered. */
export const bringCase = (ports: Ports, event: APIGatewayProxyEventV2) =>
  registered(ports, event, deployed(ports, event), {
    ...body(event, caseBody),
    channel: "portal",
    actor: "customer",
  });

type Asked = z.infer<typeof caseBody> & Pick<CaseRequest, "channel" | "actor" | "receivedAt" | "mailbox">;

/** 201 with the case and the token of its link, also when it is sent again. */
export const registered = async (
  ports: Ports,
  event: APIGatewayProxyEventV2,
  company: DeployedPolicy,
  { customer, ...asked }: Asked,
) => {
  const { pack } = company.policy;
  const request = { ...asked, customer: await customerOf(customer) };
  const made = await registerCase(ports, company, request, idempotency(event, pack));
  if (isRefusal(made)) return refuse(made);
  const it = await readCase(ports, { pack, number: made.number });
  if (it === undefined) throw new Error(`${made.number} was registered, and is not there`);
  return answer(201, { ...made, link: await ports.links.token(caseLink(it, "answer")) });
};
