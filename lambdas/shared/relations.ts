import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { nothingBody } from "#api/attendance-schemas.ts";
import {
  attendedBody,
  contactBody,
  meetingBody,
  relationBody,
  understoodBody,
} from "#api/relation-schemas.ts";
import type { Relation } from "#core/contact/relation.ts";
import { isRefusal } from "#core/errors.ts";
import { type Meeting, meetingView } from "#core/meeting/meeting.ts";
import {
  contactMade,
  enterRelation,
  lookAtRelation,
  type RelationRefusal,
  seen,
  understood,
} from "#steps/contact/relation.ts";
import { readMeeting } from "#steps/meeting/change-meeting.ts";
import { cancelMeeting, type MeetingProblem, planMeeting, recordMeeting } from "#steps/meeting/meeting.ts";
import { acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, refuse } from "./problems.ts";
import { body, idempotency } from "./request.ts";

const asked = (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const actor = `staff:${staff.name}` as const;
  return { company, pack, by: { account: named(event), actor, request: idempotency(event, pack) } };
};

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  const found = await lookAtRelation(ports, pack, named(event));
  return "refused" in found ? refuse(found) : answer(200, found);
};

const shown = async (ports: Ports, after: Relation | RelationRefusal) =>
  isRefusal(after) ? refuse(after) : answer(200, await seen(ports, after));

const enter = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, by } = asked(ports, event);
  return shown(ports, await enterRelation(ports, company, by, body(event, relationBody)));
};

const contact = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, by } = asked(ports, event);
  return shown(ports, await contactMade(ports, company, by, body(event, contactBody)));
};

const check = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, by } = asked(ports, event);
  return shown(ports, await understood(ports, company, by, body(event, understoodBody)));
};

const met = (after: Meeting | MeetingProblem, status = 200) =>
  isRefusal(after) ? refuse(after) : answer(status, meetingView(after));

const plan = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, by } = asked(ports, event);
  return met(
    await planMeeting(ports, company, { ...body(event, meetingBody), account: by.account }, by),
    201,
  );
};

const record = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, by } = asked(ports, event);
  const { arrivals } = body(event, attendedBody);
  return met(await recordMeeting(ports, company, named(event), arrivals, by));
};

const callOff = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, by } = asked(ports, event);
  body(event, nothingBody);
  return met(await cancelMeeting(ports, company, named(event), by));
};

const seeMeeting = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  const meeting = await readMeeting(ports, pack, named(event));
  return met(meeting ?? { refused: "not-found", detail: "There is no such meeting." });
};

/** Steady contact with accounts, and meetings with them. */
export const relations = {
  "GET /v1/{pack}/staff/accounts/{id}/relation": look,
  "PUT /v1/{pack}/staff/accounts/{id}/relation": enter,
  "POST /v1/{pack}/staff/accounts/{id}/contacts": contact,
  "POST /v1/{pack}/staff/accounts/{id}/understood": check,
  "POST /v1/{pack}/staff/accounts/{id}/meetings": plan,
  "GET /v1/{pack}/staff/meetings/{id}/record": seeMeeting,
  "POST /v1/{pack}/staff/meetings/{id}/attended": record,
  "POST /v1/{pack}/staff/meetings/{id}/cancel": callOff,
} as const;
