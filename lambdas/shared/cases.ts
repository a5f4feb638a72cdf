import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import {
  askBody,
  assignBody,
  classifyBody,
  declineBody,
  extendBody,
  mayTextBody,
  planBody,
  staffCaseBody,
  textBody,
} from "#api/case-schemas.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import { isRefusal } from "#core/errors.ts";
import { actOnCase } from "#steps/case/act.ts";
import { listCases } from "#steps/case/list.ts";
import { onceOnCase } from "#steps/case/once.ts";
import { showCase } from "#steps/case/show.ts";
import { acting } from "./acting.ts";
import { answer, refuse } from "./problems.ts";
import { registered } from "./register-case.ts";
import { body, idempotency } from "./request.ts";

const list = async (ports: Ports, event: APIGatewayProxyEventV2) =>
  answer(200, { cases: await listCases(ports, acting(ports, event).pack) });

const show = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  const shown = await showCase(ports, { pack, number: event.pathParameters?.["id"] ?? "" });
  return isRefusal(shown) ? refuse(shown) : answer(200, shown);
};

/** `POST …/staff/cases`: what came by phone, in a meeting or by mail, in the name of whoever registers it. */
const register = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, staff } = acting(ports, event);
  const { channel, receivedAt, ...asked } = body(event, staffCaseBody);
  return registered(ports, event, company, { ...asked, channel, receivedAt, actor: `staff:${staff.name}` });
};

/** One act of staff; the same request again does nothing more. */
const acted =
  <Act extends StaffAct>(act: Act, schema: z.ZodType<StaffWish[Act]>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const { pack, staff } = acting(ports, event);
    const wish = body(event, schema);
    const id = { pack, number: event.pathParameters?.["id"] ?? "" };
    const after = await onceOnCase(ports, idempotency(event, pack), (alongside) =>
      actOnCase(ports, id, act, wish, { actor: `staff:${staff.name}`, alongside }),
    );
    if (isRefusal(after)) return refuse(after);
    const shown = await showCase(ports, id);
    return isRefusal(shown) ? refuse(shown) : answer(200, shown);
  };

/** What staff ask and do about cases. */
export const cases = {
  "GET /v1/{pack}/staff/cases": list,
  "POST /v1/{pack}/staff/cases": register,
  "GET /v1/{pack}/staff/cases/{id}": show,
  "POST /v1/{pack}/staff/cases/{id}/classify": acted("classify", classifyBody),
  "POST /v1/{pack}/staff/cases/{id}/assign": acted("assign", assignBody),
  "POST /v1/{pack}/staff/cases/{id}/acknowledge": acted("acknowledge", textBody),
  "POST /v1/{pack}/staff/cases/{id}/update": acted("update", textBody),
  "POST /v1/{pack}/staff/cases/{id}/plan": acted("plan", planBody),
  "POST /v1/{pack}/staff/cases/{id}/answer": acted("answer", textBody),
  "POST /v1/{pack}/staff/cases/{id}/request-information": acted("request-information", askBody),
  "POST /v1/{pack}/staff/cases/{id}/information-complete": acted("information-complete", mayTextBody),
  "POST /v1/{pack}/staff/cases/{id}/extend": acted("extend", extendBody),
  "POST /v1/{pack}/staff/cases/{id}/resolve": acted("resolve", textBody),
  "POST /v1/{pack}/staff/cases/{id}/decline": acted("decline", declineBody),
  "POST /v1/{pack}/staff/cases/{id}/escalate": acted("escalate", mayTextBody),
  "POST /v1/{pack}/staff/cases/{id}/close": acted("close", mayTextBody),
  "POST /v1/{pack}/staff/cases/{id}/reopen": acted("reopen", mayTextBody),
  "POST /v1/{pack}/staff/cases/{id}/note": acted("note", textBody),
  "POST /v1/{pack}/staff/cases/{id}/cost-notice": acted("cost-notice", textBody),
} as const;
