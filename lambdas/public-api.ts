import { about, rulesOf, sessionTypes } from "./shared/about.ts";
import { api } from "./shared/api.ts";
import { freeSlots } from "./shared/free-slots.ts";
import { answer } from "./shared/problems.ts";
import { deployed } from "./shared/request.ts";

/** Whoever sends something has looked around before; a cold start is of somebody who only looks, nearly always. */
const posts = () => import("./shared/public-posts.ts");

/** What anybody may ask, and the booking itself. */
export const handler = api<"public">({
  "GET /openapi.json": async () => answer(200, (await import("#api/openapi.ts")).openApi()),
  "GET /v1/{pack}/about": async (ports, event) => answer(200, about(deployed(ports, event).policy)),
  "GET /v1/{pack}/session-types": async (ports, event) =>
    answer(200, sessionTypes(deployed(ports, event).policy)),
  "GET /v1/{pack}/booking-rules": async (ports, event) => rulesOf(deployed(ports, event).policy, ports.now()),
  "GET /v1/{pack}/slots": freeSlots,
  "POST /v1/{pack}/appointments": async (...asked) => (await posts()).bookAppointment(...asked),
  "POST /v1/{pack}/waitlist": async (...asked) => (await posts()).joinWaitlist(...asked),
  "POST /v1/{pack}/cases": async (...asked) => (await posts()).bringCase(...asked),
  "POST /v1/{pack}/articles/{id}/useful": async (...asked) => (await posts()).useful(...asked),
});
