import * as jose from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTokens } from "#adapters/tokens.ts";
import { type Instant, instant } from "#core/time.ts";
import { aKeyServer, type KeyServer, site, type TokenChanges } from "./key-server.ts";
import { closedPort } from "./loopback.ts";

const noon = instant("2026-12-01T12:00:00Z");
const atNoon = Date.parse(noon) / 1000;
const noor = { email: "Noor@Customer.example", name: "Noor Bakker", account: "acme" };

let server: KeyServer;
beforeAll(async () => {
  server = await aKeyServer(atNoon + 60);
});
afterAll(() => server.close());

const verify = (token: string, now: Instant = noon) => createTokens(() => now).verify(token, [issuer()]);
const issuer = (jwks = server.jwks) => ({ issuer: site, audience: "kept", jwks, clause: "§3" });

const presented = async (changes: TokenChanges, now?: Instant) =>
  verify(await server.sign(noor, changes), now);

describe("a token of the company's own site", () => {
  test("says who is booking, the address in lower case", async () => {
    expect(await presented({})).toEqual({
      issuer: site,
      email: "noor@customer.example",
      name: "Noor Bakker",
      account: "acme",
    });
  });

  test("one second before its end is good, at its end it is not", async () => {
    expect(await presented({}, instant("2026-12-01T12:00:59Z"))).toMatchObject({ issuer: site });
    expect(await presented({}, instant("2026-12-01T12:01:00Z"))).toBeUndefined();
  });

  test.each([
    ["that never ends", { expires: undefined }],
    ["signed with a foreign key under a known name", { foreign: true }],
    ["meant for something else", { audience: "shop" }],
    ["of another site", { issuer: "https://other.example" }],
  ] satisfies [string, TokenChanges][])("%s is none", async (_, changes) => {
    expect(await presented(changes)).toBeUndefined();
  });

  test("without a signature is none, nor is one signed with the public key as a secret", async () => {
    const unsigned = new jose.UnsecuredJWT({ ...noor, sub: "1" })
      .setIssuer(site)
      .setAudience("kept")
      .setExpirationTime(atNoon + 60);
    expect(await verify(unsigned.encode())).toBeUndefined();
    const published = JSON.stringify(await (await fetch(server.jwks)).json());
    const symmetric = new jose.SignJWT({ ...noor, sub: "1" })
      .setProtectedHeader({ alg: "HS256", kid: "k1" })
      .setIssuer(site)
      .setAudience("kept")
      .setExpirationTime(atNoon + 60);
    expect(await verify(await symmetric.sign(new TextEncoder().encode(published)))).toBeUndefined();
  });

  test("without an address, or with one that is none, is none", async () => {
    expect(await verify(await server.sign({ name: "Noor" }))).toBeUndefined();
    expect(await verify(await server.sign({ email: "noor" }))).toBeUndefined();
  });

  test("that is no token at all is none, and asks nobody for keys", async () => {
    const before = server.requests();
    expect(await verify("local:anna")).toBeUndefined();
    expect(await verify("x".repeat(9_000))).toBeUndefined();
    expect(server.requests()).toBe(before);
  });

  test("has the keys fetched once for many", async () => {
    const tokens = createTokens(() => noon);
    const before = server.requests();
    const token = await server.sign(noor);
    for (let time = 0; time < 5; time += 1) await tokens.verify(token, [issuer()]);
    expect(server.requests()).toBe(before + 1);
  });

  test("is neither good nor bad while the keys cannot be had", async () => {
    const jwks = `http://127.0.0.1:${await closedPort()}/keys`;
    const token = await server.sign(noor);
    expect(await createTokens(() => noon).verify(token, [issuer(jwks)])).toBe("unavailable");
  });
});
