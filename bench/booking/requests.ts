import { createHash } from "node:crypto";
import { deployedPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import type { BookingRequest } from "#core/appointment/book.ts";
import type { Slot } from "#core/appointment/slots.ts";
import { dateOf } from "#core/calendar.ts";
import { isRefusal } from "#core/errors.ts";
import { day, epoch, type Instant } from "#core/time.ts";
import { findSlots } from "#steps/slots.ts";
import { aWorld } from "../../test/builders/world.ts";

export const deployed: DeployedPolicy = deployedPolicies().find(({ policy }) => policy.pack === "taxdome")!;

/** All that can be booked in the next weeks, in an empty table: each is taken once. */
export const freeSlots = async (now: Instant): Promise<Slot[]> => {
  const today = Math.floor(epoch(now) / day);
  const span = { from: dateOf(today + 2), to: dateOf(today + 50), timeZone: "UTC" };
  const slots = await findSlots(aWorld(now), deployed.policy, { sessionType: "quick-assist", ...span });
  if (isRefusal(slots)) throw new Error(slots.detail);
  return slots;
};

/** As the page of a company sends it: another customer each time. */
export const bodyFor = ({ start, host }: Slot, number: number) => ({
  sessionType: "quick-assist",
  start,
  host,
  customer: { name: "Noor Bakker", email: `noor${number}@customer.example`, phone: "+31612345678" },
  language: host === "lucia" ? ("es" as const) : ("nl" as const),
  timeZone: "Europe/Amsterdam",
  termsVersion: deployed.policy.terms.version,
});

export type Body = ReturnType<typeof bodyFor>;

const path = "/v1/taxdome/appointments";

/** What API Gateway hands to the Lambda. */
export const eventFor = (body: Body, key: string): object => ({
  version: "2.0",
  routeKey: "POST /v1/{pack}/appointments",
  rawPath: path,
  rawQueryString: "",
  headers: { "content-type": "application/json", "idempotency-key": key },
  pathParameters: { pack: "taxdome" },
  requestContext: { http: { method: "POST", path, sourceIp: "127.0.0.1" } },
  body: JSON.stringify(body),
  isBase64Encoded: false,
});

export const fingerprintOf = (body: Body): string =>
  createHash("sha256")
    .update(`${path}\n${JSON.stringify(body)}`)
    .digest("base64url");

/** The same, as the step takes it. */
export const requestOf = (body: Body): BookingRequest => ({ ...body, start: body.start });
