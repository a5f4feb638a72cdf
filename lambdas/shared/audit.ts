import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { auditQuery } from "#api/audit-schemas.ts";
import { readAudit } from "#steps/case/read-audit.ts";
import { acting } from "./acting.ts";
import { answer, refuse } from "./problems.ts";
import { query } from "./request.ts";

const read = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  const { after } = query(event, auditQuery);
  const audit = await readAudit(ports, { pack, number: event.pathParameters?.["id"] ?? "" }, after);
  return audit === undefined
    ? refuse({ refused: "not-found", detail: "There is no such case." })
    : answer(200, audit);
};

/** Who did what to a case, when and why, and whether that is how it was written. */
export const audit = { "GET /v1/{pack}/staff/cases/{id}/audit": read } as const;
