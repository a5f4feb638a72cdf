import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { ProblemCode } from "#api/problem.ts";
import { feeBody, waiveBody, wordBody } from "#api/standing-schemas.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { lookAtCustomer } from "#steps/customer.ts";
import type { StandingSaid } from "#steps/customer-said.ts";
import { once } from "#steps/once.ts";
import { judgeStrike, settleFeeOf, waiveStrike } from "#steps/strikes.ts";
import { acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency } from "./request.ts";

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company } = acting(ports, event);
  return told(ports, company, named(event));
};

const told = async (ports: Ports, company: DeployedPolicy, email: string) => {
  const view = await lookAtCustomer(ports, company, email);
  return isRefusal(view) ? refuse(view) : answer(200, view);
};

type Say<Body> = (
  ports: Ports,
  company: DeployedPolicy,
  said: StandingSaid & Body,
) => Promise<Appointment | Refusal<ProblemCode>>;

/** Said once for each Idempotency-Key, in the person's own name; answered with where the customer stands then. */
const said =
  <Body extends { readonly reason?: string | undefined }>(
    schema: z.ZodType<Body>,
    say: Say<Body>,
    least?: "manager",
  ) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const { company, pack, staff } = acting(ports, event, least);
    const asked = { ...body(event, schema), code: named(event), actor: `staff:${staff.name}` as const };
    const after = await once(ports, idempotency(event, pack), asked.code, (alongside) =>
      say(ports, company, { ...asked, alongside }),
    );
    return isRefusal(after) ? refuse(after) : told(ports, company, after.customer.email);
  };

/** Where customers stand after no-shows, and what staff say about it. */
export const standing = {
  "GET /v1/{pack}/staff/customers/{id}": look,
  "POST /v1/{pack}/staff/strikes/{id}/waive": said(waiveBody, waiveStrike, "manager"),
  "POST /v1/{pack}/staff/strikes/{id}/confirm": said(wordBody, judgeStrike, "manager"),
  "POST /v1/{pack}/staff/fees/{id}/paid": said(feeBody, (ports, company, fee) =>
    settleFeeOf(ports, company, { ...fee, as: "paid" }),
  ),
  "POST /v1/{pack}/staff/fees/{id}/waive": said(feeBody, (ports, company, fee) =>
    settleFeeOf(ports, company, { ...fee, as: "waived" }),
  ),
} as const;
