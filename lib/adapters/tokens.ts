import * as jose from "jose";
import * as z from "zod/mini";
import type { TokenIssuer } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";

/** Whom a company's own site has signed. */
export interface SignedCustomer {
  readonly issuer: string;
  /** Lower-cased. */
  readonly email: string;
  readonly name?: string;
  readonly account?: string;
}

export interface Tokens {
  /**
   * Who books, by a token of one of these issuers. Expired, signed with a foreign key, meant for somebody else, unsigned:
   * all are `undefined`, so that nobody learns which. `unavailable`: the issuer's keys could not be had.
   */
  verify(token: string, issuers: readonly TokenIssuer[]): Promise<SignedCustomer | "unavailable" | undefined>;
}

/** Keys of which the issuer alone has the secret half: with a shared secret, anybody who can verify could also sign. */
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** What a token must say. Others may stand beside it: sites sign tokens for more than this. */
const claims = z.object({
  email: z.email().check(z.maxLength(254)),
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  account: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

/** Longer than any token with these claims needs to be. */
const longestToken = 8_192;

/** Bookings wait for it: two seconds, then the caller is told to come again. */
const keysTimeoutMilliseconds = 2_000;

/**
 * Verifies what a company's own site has signed. Its keys are fetched when they are first needed, and kept for ten
 * minutes; an unknown key has them fetched again, twice a minute at most, so that forged tokens flood nobody.
 */
export const createTokens = (now: () => Instant): Tokens => {
  const keySets = new Map<string, jose.JWTVerifyGetKey>();
  const keysOf = (url: string): jose.JWTVerifyGetKey => {
    const known =
      keySets.get(url) ?? jose.createRemoteJWKSet(new URL(url), { timeoutDuration: keysTimeoutMilliseconds });
    keySets.set(url, known);
    return known;
  };
  return {
    verify: async (token, issuers) => {
      const issuer = issuerOf(token, issuers);
      return issuer && verified(token, issuer, keysOf(issuer.jwks), now());
    },
  };
};

/** Which of the issuers the token says that it is from: so far only its own word, which the signature must bear out. */
const issuerOf = (token: string, issuers: readonly TokenIssuer[]): TokenIssuer | undefined => {
  if (token.length > longestToken) return undefined;
  try {
    const { iss } = jose.decodeJwt(token);
    return issuers.find(({ issuer }) => issuer === iss);
  } catch {
    return undefined;
  }
};

const verified = async (
  token: string,
  { issuer, audience }: TokenIssuer,
  keys: jose.JWTVerifyGetKey,
  now: Instant,
): Promise<SignedCustomer | "unavailable" | undefined> => {
  try {
    const requiredClaims = ["exp", "sub"];
    const options = { issuer, audience, algorithms, requiredClaims, currentDate: new Date(now) };
    const { payload } = await jose.jwtVerify(token, keys, options);
    return signed(issuer, payload);
  } catch (error) {
    if (forged(error)) return undefined;
    return "unavailable";
  }
};

/** Everything that the library says of a token; that the keys could not be had, or read, says nothing of it. */
const forged = (error: unknown): boolean =>
  error instanceof jose.errors.JOSEError &&
  !(error instanceof jose.errors.JWKSTimeout) &&
  !(error instanceof jose.errors.JWKSInvalid) &&
  error.code !== "ERR_JOSE_GENERIC";

const signed = (issuer: string, payload: jose.JWTPayload): SignedCustomer | undefined => {
  const read = claims.safeParse(payload);
  if (!read.success) return undefined;
  const { email, name, account } = read.data;
  return {
    issuer,
    email: email.toLowerCase(),
    ...(name !== undefined && { name }),
    ...(account !== undefined && { account }),
  };
};
