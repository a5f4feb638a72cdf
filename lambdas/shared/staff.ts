import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { type Role, roles } from "#api/roles.ts";
import { RequestProblem } from "./problems.ts";

/** A signed-in member of staff, for the pack of the request. */
export interface Staff {
  readonly name: string;
  readonly roles: readonly Role[];
}

type Claims = APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]["authorizer"]["jwt"]["claims"];

/**
 * Who asks, by the token that the gateway has checked: groups are `{pack}:{role}`, `*:{role}` for every pack.
 * @throws RequestProblem `forbidden` for staff of another company: they learn no more than that.
 */
export const staffOf = (event: object, pack: string): Staff => {
  const claims = claimsOf(event);
  const name = claims["username"] ?? claims["sub"];
  if (typeof name !== "string" || name === "") throw new RequestProblem("unauthorized", "Sign in as staff.");
  const held = roles.filter((role) =>
    groups(claims).some((group) => group === `${pack}:${role}` || group === `*:${role}`),
  );
  if (held.length === 0) throw new RequestProblem("forbidden", "Your account has no role with this company.");
  return { name, roles: held };
};

const claimsOf = (event: object): Claims => {
  const { requestContext } = event as Partial<APIGatewayProxyEventV2WithJWTAuthorizer>;
  return requestContext?.authorizer?.jwt?.claims ?? {};
};

/** API Gateway writes a list claim as one text: `[taxdome:staff solar:manager]`. */
const groups = (claims: Claims): string[] => {
  const written = claims["cognito:groups"];
  return typeof written === "string" ? written.replaceAll(/^\[|\]$/g, "").split(/[\s,]+/) : [];
};
