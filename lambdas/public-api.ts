import { openApi } from "#api/openapi.ts";
import { about, rulesOf, sessionTypes } from "./shared/about.ts";
import { api } from "./shared/api.ts";
import { bookAppointment } from "./shared/book-appointment.ts";
import { freeSlots } from "./shared/free-slots.ts";
import { joinWaitlist } from "./shared/join-waitlist.ts";
import { answer } from "./shared/problems.ts";
import { bringCase } from "./shared/register-case.ts";
import { deployed } from "./shared/request.ts";
import { useful } from "./shared/useful.ts";

/** What anybody may ask, and the booking itself. */
export const handler = api<"public">({
  "GET /openapi.json": async () => answer(200, openApi()),
  "GET /v1/{pack}/about": async (ports, event) => answer(200, about(deployed(ports, event).policy)),
  "GET /v1/{pack}/session-types": async (ports, event) =>
    answer(200, sessionTypes(deployed(ports, event).policy)),
  "GET /v1/{pack}/booking-rules": async (ports, event) => rulesOf(deployed(ports, event).policy, ports.now()),
  "GET /v1/{pack}/slots": freeSlots,
  "POST /v1/{pack}/appointments": bookAppointment,
  "POST /v1/{pack}/waitlist": joinWaitlist,
  "POST /v1/{pack}/cases": bringCase,
  "POST /v1/{pack}/articles/{id}/useful": useful,
});
