import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { promisesQuery } from "#api/ledger-schemas.ts";
import { totalsOf } from "#core/ledger/ledger.ts";
import { askedStretch } from "#core/ledger/stretch.ts";
import { readPromises } from "#steps/promises.ts";
import { acting } from "./acting.ts";
import { answer, refuse } from "./problems.ts";
import { query } from "./request.ts";

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack } = acting(ports, event);
  const { after, ...days } = query(event, promisesQuery);
  const stretch = askedStretch(company.policy.timeZone, days, ports.now());
  if ("refused" in stretch) return refuse(stretch);
  const from = after !== undefined && after > stretch.from ? after : stretch.from;
  const { rows, endings, next } = await readPromises(ports, pack, { ...stretch, from });
  return answer(200, {
    promises: rows,
    totals: totalsOf(rows),
    endings,
    ...(next !== undefined && { next }),
  });
};

/** What was promised, and what became of it. */
export const promises = { "GET /v1/{pack}/staff/promises": look } as const;
