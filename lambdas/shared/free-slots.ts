import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { slotsQuery } from "#api/slots-query.ts";
import { isRefusal } from "#core/errors.ts";
import { findSlots } from "#steps/slots.ts";
import { mover } from "./link.ts";
import { answer, refuse } from "./problems.ts";
import { deployed, query } from "./request.ts";

/** `GET /v1/{pack}/slots`: what can be booked; behind a link also where its own appointment stands now. */
export const freeSlots = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { policy } = deployed(ports, event);
  const moved = await mover(ports, event, policy.pack);
  const slots = await findSlots(ports, policy, query(event, slotsQuery), moved);
  return isRefusal(slots) ? refuse(slots) : answer(200, { slots });
};
