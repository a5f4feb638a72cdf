import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import type { SignedCustomer } from "#adapters/tokens.ts";
import { bookingBody, type customer } from "#api/schemas.ts";
import type { Customer } from "#core/appointment/appointment.ts";
import type { BookingRequest } from "#core/appointment/book.ts";
import { appointmentLink } from "#core/appointment/links.ts";
import { isRefusal } from "#core/errors.ts";
import { book } from "#steps/book.ts";
import type { Network } from "#steps/limits.ts";
import { phoneNumber } from "./phone.ts";
import { answer, refuse } from "./problems.ts";
import { body, deployed, idempotency } from "./request.ts";
import { signedCustomer, vouchedFor } from "./signed-customer.ts";

/** `POST /v1/{pack}/appointments`: 201 with the appointment and the token of its link, also when it is sent again. */
export const bookAppointment = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const policy = deployed(ports, event);
  const { pack } = policy.policy;
  const repeatable = idempotency(event, pack);
  const asked = body(event, bookingBody);
  const request = await bookingRequest(asked, await signedCustomer(event, policy.policy));
  const booked = await book(ports, policy, request, repeatable, network(event, pack));
  if (isRefusal(booked)) return refuse(booked);
  const link = await ports.links.token(
    appointmentLink({ pack, code: booked.code, end: booked.end }, "answer"),
  );
  return answer(201, { ...booked, link });
};

const bookingRequest = async (
  { host, customer, ...request }: z.infer<typeof bookingBody>,
  signed: SignedCustomer | undefined,
): Promise<BookingRequest> => ({
  ...request,
  ...(host !== undefined && { host }),
  customer: vouchedFor(await customerOf(customer), signed),
  ...(signed !== undefined && { signedBy: signed.issuer }),
});

export const customerOf = async ({
  phone,
  account,
  region,
  ...who
}: z.infer<typeof customer>): Promise<Customer> => ({
  ...who,
  ...(phone !== undefined && { phone: await phoneNumber(phone) }),
  ...(account !== undefined && { account }),
  ...(region !== undefined && { region }),
});

/** Digested, so that no address of a person's connection is stored; loopback, where only this machine asks, is not capped. */
export const network = (
  { headers, requestContext }: APIGatewayProxyEventV2,
  pack: string,
): Network | undefined => {
  // Set by CloudFront, in front of which nobody can set it. Who calls the API around it can, and evades this cap alone.
  const sourceIp = headers["x-kept-viewer"] ?? requestContext.http.sourceIp;
  if (/^(127\.|::1$|::ffff:127\.)/.test(sourceIp)) return undefined;
  return { digest: createHash("sha256").update(`${pack} ${sourceIp}`).digest("base64url").slice(0, 22) };
};
