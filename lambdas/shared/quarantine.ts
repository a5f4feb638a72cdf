import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { releaseBody } from "#api/quarantine-schemas.ts";
import { isRefusal } from "#core/errors.ts";
import { listQuarantine } from "#steps/mail/quarantine.ts";
import { releaseMail } from "#steps/mail/release.ts";
import { acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency } from "./request.ts";

const list = async (ports: Ports, event: APIGatewayProxyEventV2) =>
  answer(200, { mails: await listQuarantine(ports, acting(ports, event).pack) });

const release = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const wish = { ...body(event, releaseBody), id: named(event), by: `staff:${staff.name}` as const };
  const made = await releaseMail(ports, company, wish, idempotency(event, pack));
  return isRefusal(made) ? refuse(made) : answer(200, made);
};

/** Mails that wait for a person, each within the company whose staff asks. */
export const quarantine = {
  "GET /v1/{pack}/staff/quarantine": list,
  "POST /v1/{pack}/staff/quarantine/{id}/release": release,
} as const;
