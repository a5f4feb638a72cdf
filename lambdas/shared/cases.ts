import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import { actBodies, caseQuery, casesQuery, staffCaseBody } from "#api/case-schemas.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import { isRefusal } from "#core/errors.ts";
import { actOnCase } from "#steps/case/act.ts";
import { listCases, lookAtCase } from "#steps/case/look.ts";
import { onceOnCase } from "#steps/case/once.ts";
import { type Acting, acting } from "./acting.ts";
import { answer, refuse } from "./problems.ts";
import { registered } from "./register-case.ts";
import { body, idempotency, query } from "./request.ts";

const list = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  const { status } = query(event, casesQuery);
  return answer(200, { cases: await listCases(ports, pack, status === "closed") });
};

const named = ({ pathParameters }: APIGatewayProxyEventV2): string => pathParameters?.["id"] ?? "";

const look = async (ports: Ports, event: APIGatewayProxyEventV2) =>
  shown(ports, event, acting(ports, event), query(event, caseQuery).language);

/** As it stands now; reasons for dates in the company's own language, where nobody asks for another. */
const shown = async (
  ports: Ports,
  event: APIGatewayProxyEventV2,
  { pack, company }: Acting,
  language = company.policy.languages[0] ?? "en",
) => {
  const view = await lookAtCase(ports, { pack, number: named(event) }, language);
  return view === undefined
    ? refuse({ refused: "not-found", detail: "There is no such case." })
    : answer(200, view);
};

/** What came by phone, in a meeting or by mail, in the name of whoever registers it. */
const register = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, staff } = acting(ports, event);
  return registered(ports, event, company, { ...body(event, staffCaseBody), actor: `staff:${staff.name}` });
};

/** One act of staff; the same request again does nothing more. */
const acted =
  <Act extends StaffAct>(act: Act, schema: z.ZodType<StaffWish[Act]>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const who = acting(ports, event);
    const wish = body(event, schema);
    const id = { pack: who.pack, number: named(event) };
    const actor = `staff:${who.staff.name}` as const;
    const after = await onceOnCase(ports, idempotency(event, who.pack), (alongside) =>
      actOnCase(ports, id, act, wish, { actor, alongside }),
    );
    return isRefusal(after) ? refuse(after) : shown(ports, event, who);
  };

/** What staff ask and do about cases. */
export const cases = {
  "GET /v1/{pack}/staff/cases": list,
  "POST /v1/{pack}/staff/cases": register,
  "GET /v1/{pack}/staff/cases/{id}": look,
  "POST /v1/{pack}/staff/cases/{id}/classify": acted("classify", actBodies.classify),
  "POST /v1/{pack}/staff/cases/{id}/assign": acted("assign", actBodies.assign),
  "POST /v1/{pack}/staff/cases/{id}/acknowledge": acted("acknowledge", actBodies.acknowledge),
  "POST /v1/{pack}/staff/cases/{id}/update": acted("update", actBodies.update),
  "POST /v1/{pack}/staff/cases/{id}/plan": acted("plan", actBodies.plan),
  "POST /v1/{pack}/staff/cases/{id}/answer": acted("answer", actBodies.answer),
  "POST /v1/{pack}/staff/cases/{id}/request-information": acted(
    "request-information",
    actBodies["request-information"],
  ),
  "POST /v1/{pack}/staff/cases/{id}/information-complete": acted(
    "information-complete",
    actBodies["information-complete"],
  ),
  "POST /v1/{pack}/staff/cases/{id}/extend": acted("extend", actBodies.extend),
  "POST /v1/{pack}/staff/cases/{id}/resolve": acted("resolve", actBodies.resolve),
  "POST /v1/{pack}/staff/cases/{id}/decline": acted("decline", actBodies.decline),
  "POST /v1/{pack}/staff/cases/{id}/escalate": acted("escalate", actBodies.escalate),
  "POST /v1/{pack}/staff/cases/{id}/close": acted("close", actBodies.close),
  "POST /v1/{pack}/staff/cases/{id}/reopen": acted("reopen", actBodies.reopen),
  "POST /v1/{pack}/staff/cases/{id}/note": acted("note", actBodies.note),
  "POST /v1/{pack}/staff/cases/{id}/cost-notice": acted("cost-notice", actBodies["cost-notice"]),
  "POST /v1/{pack}/staff/cases/{id}/cost-answer": acted("cost-answer", actBodies["cost-answer"]),
  "POST /v1/{pack}/staff/cases/{id}/clarify": acted("clarify", actBodies.clarify),
  "POST /v1/{pack}/staff/cases/{id}/point": acted("point", actBodies.point),
} as const;
