import { openApi } from "#api/openapi.ts";
import { slotsQuery } from "#api/schemas.ts";
import { isRefusal } from "#core/errors.ts";
import { findSlots } from "#steps/slots.ts";
import { about, sessionTypes } from "./shared/about.ts";
import { api } from "./shared/api.ts";
import { bookAppointment } from "./shared/book-appointment.ts";
import { joinWaitlist } from "./shared/join-waitlist.ts";
import { mover } from "./shared/link.ts";
import { answer, refuse } from "./shared/problems.ts";
import { bringCase } from "./shared/register-case.ts";
import { deployed, query } from "./shared/request.ts";
import { useful } from "./shared/useful.ts";

/** What anybody may ask, and the booking itself. */
export const handler = api<"public">({
  "GET /openapi.json": async () => answer(200, openApi()),
  "GET /v1/{pack}/about": async (ports, event) => answer(200, about(deployed(ports, event).policy)),
  "GET /v1/{pack}/session-types": async (ports, event) =>
    answer(200, sessionTypes(deployed(ports, event).policy)),
  "GET /v1/{pack}/slots": async (ports, event) => {
    const { policy } = deployed(ports, event);
    const moved = await mover(ports, event, policy.pack);
    const slots = await findSlots(ports, policy, query(event, slotsQuery), moved);
    return isRefusal(slots) ? refuse(slots) : answer(200, { slots });
  },
  "POST /v1/{pack}/appointments": bookAppointment,
  "POST /v1/{pack}/waitlist": joinWaitlist,
  "POST /v1/{pack}/cases": bringCase,
  "POST /v1/{pack}/articles/{id}/useful": useful,
});
