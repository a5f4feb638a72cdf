import { AwsError } from "./aws-error.ts";

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** One page of a list, and the token of the next; the token is the position, in a form nobody should read. */
export const page = <T>(
  all: readonly T[],
  { maxResults, nextToken }: PageRequest,
  most = 1000,
): [T[], { nextToken?: string }] => {
  const from = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64url").toString("utf8"));
  if (!Number.isInteger(from) || from < 0)
    throw new AwsError("InvalidToken", `Invalid Token: '${nextToken}'`);
  const to = from + Math.min(maxResults || 100, most);
  const next = to < all.length ? { nextToken: Buffer.from(String(to)).toString("base64url") } : {};
  return [all.slice(from, to), next];
};
