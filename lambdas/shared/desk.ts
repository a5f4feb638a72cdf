import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import { judgementBody } from "#api/access-schemas.ts";
import { previewBody, revisionPreviewBody, searchQuery, strikePreviewBody } from "#api/desk-schemas.ts";
import type { ProblemCode } from "#api/problem.ts";
import { movingQuery } from "#api/slots-query.ts";
import { staffView } from "#core/appointment/view.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { readAppointment } from "#steps/appointment.ts";
import { previewAct } from "#steps/case/preview.ts";
import { previewConduct } from "#steps/judge-conduct.ts";
import { previewCancel, previewChange } from "#steps/preview-revision.ts";
import type { Previewed } from "#steps/previewed.ts";
import { search } from "#steps/search/search.ts";
import { findSlots } from "#steps/slots.ts";
import { previewJudgement, previewWaiver } from "#steps/strikes.ts";
import { type Acting, acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency, query } from "./request.ts";

const noAppointment = { refused: "not-found", detail: "There is no such appointment." } as const;

const find = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company } = acting(ports, event);
  return answer(200, await search(ports, company.policy, query(event, searchQuery).q));
};

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack } = acting(ports, event);
  const found = await readAppointment(ports, { pack, code: named(event) });
  return found === undefined
    ? refuse(noAppointment)
    : answer(200, staffView(company.policy, found, ports.now()));
};

const me = async (ports: Ports, event: APIGatewayProxyEventV2) => answer(200, acting(ports, event).staff);

const slots = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack } = acting(ports, event);
  const moved = await readAppointment(ports, { pack, code: named(event) });
  if (moved === undefined) return refuse(noAppointment);
  const { sessionType, code } = moved;
  const free = await findSlots(ports, company.policy, { sessionType, ...query(event, movingQuery) }, code);
  return isRefusal(free) ? refuse(free) : answer(200, { slots: free });
};

/** The key is asked for as of every POST, and not remembered: the same words may read otherwise a moment later. */
const preview =
  <Body>(
    schema: z.ZodType<Body>,
    see: (ports: Ports, who: Acting, id: string, body: Body) => Promise<Previewed | Refusal<ProblemCode>>,
    least?: "manager",
  ) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const who = acting(ports, event, least);
    idempotency(event, who.pack);
    const seen = await see(ports, who, named(event), body(event, schema));
    return isRefusal(seen) ? refuse(seen) : answer(200, seen);
  };

const actorOf = ({ staff }: Acting) => `staff:${staff.name}` as const;

const ofCase = preview(previewBody, (ports, who, number, { act, wish }) =>
  previewAct(ports, { pack: who.pack, number }, act, wish, actorOf(who)),
);

const ofSession = preview(revisionPreviewBody, (ports, who, code, { act, wish }) => {
  const { reason, onBehalfOf } = wish;
  const request = { ...wish, code, by: { actor: actorOf(who), reason, onBehalfOf } };
  return act === "change"
    ? previewChange(ports, who.company, { ...request, ...wish })
    : previewCancel(ports, who.company, request);
});

const ofStrike = preview(
  strikePreviewBody,
  (ports, who, code, { act, wish }) => {
    const said = { code, actor: actorOf(who) };
    return act === "waive"
      ? previewWaiver(ports, who.company, { ...said, ...wish })
      : previewJudgement(ports, who.company, { ...said, ...wish });
  },
  "manager",
);

const ofConduct = preview(
  judgementBody,
  (ports, { company, staff }, id, judgement) =>
    previewConduct(ports, company, { ...judgement, id, by: staff.name }),
  "manager",
);

/** What the staff desk asks besides what all programs of a company ask. */
export const desk = {
  "GET /v1/{pack}/staff/me": me,
  "GET /v1/{pack}/staff/search": find,
  "GET /v1/{pack}/staff/appointments/{id}": look,
  "GET /v1/{pack}/staff/appointments/{id}/slots": slots,
  "POST /v1/{pack}/staff/cases/{id}/preview": ofCase,
  "POST /v1/{pack}/staff/appointments/{id}/preview": ofSession,
  "POST /v1/{pack}/staff/strikes/{id}/preview": ofStrike,
  "POST /v1/{pack}/staff/conduct/{id}/preview": ofConduct,
} as const;
