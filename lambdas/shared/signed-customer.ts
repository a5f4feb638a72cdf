import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { now } from "#adapters/clock.ts";
import type { SignedCustomer, Tokens } from "#adapters/tokens.ts";
import type { Customer } from "#core/appointment/appointment.ts";
import { late } from "#core/late.ts";
import type { Policy } from "#core/policy/shape.ts";
import { RequestProblem } from "./problems.ts";

/** Kept for the life of a process, with the keys that it has fetched. */
const deployedTokens = late(async () => (await import("#adapters/tokens.ts")).createTokens(now));

/**
 * Whom the company's own site says is booking, if the request carries its token; without one the booking is open.
 * @throws RequestProblem `token-invalid`, whatever is wrong with it; `busy` while the site's keys cannot be had.
 */
export const signedCustomer = async (
  { headers }: Pick<APIGatewayProxyEventV2, "headers">,
  { appointments }: Policy,
  tokens?: Tokens,
): Promise<SignedCustomer | undefined> => {
  const presented = headers["authorization"];
  if (presented === undefined) return undefined;
  const token = /^Bearer +(\S+)$/i.exec(presented)?.[1] ?? "";
  const signed = await (tokens ?? (await deployedTokens())).verify(
    token,
    appointments?.booking.issuers ?? [],
  );
  if (signed === undefined)
    throw new RequestProblem(
      "token-invalid",
      "This token is not valid, or no longer: sign in again where you came from.",
    );
  if (signed === "unavailable")
    throw new RequestProblem(
      "busy",
      "Who you are could not be checked just now; send this again, with its key.",
    );
  return signed;
};

/**
 * The customer as signed, where the token says more than the request: name and account are the site's to say.
 * @throws RequestProblem `email-mismatch`: somebody signed in books for themselves.
 */
export const vouchedFor = (asked: Customer, signed: SignedCustomer | undefined): Customer => {
  if (signed === undefined) return asked;
  if (signed.email !== asked.email)
    throw new RequestProblem(
      "email-mismatch",
      "The booking is for another address than the one that is signed in.",
    );
  const { account: _claimed, ...who } = asked;
  return {
    ...who,
    name: signed.name ?? who.name,
    ...(signed.account !== undefined && { account: signed.account }),
  };
};
