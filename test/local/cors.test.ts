import { describe, expect, test } from "vitest";
import { readAssembly } from "#local/assembly.ts";
import { createGateway } from "#local/gateway.ts";
import type { Clock } from "#local/ports.ts";
import type { Request } from "#local/server.ts";
import { settingsOf } from "#stack/settings.ts";
import { anAssembly, aSmallStack } from "./fixtures/assembly.ts";

const Api = (CorsConfiguration?: object) => ({
  Type: "AWS::ApiGatewayV2::Api",
  Properties: { Name: "kept", ...(CorsConfiguration && { CorsConfiguration }) },
});
const shop = "https://shop.example";
const theirs = {
  AllowOrigins: [shop],
  AllowMethods: ["GET", "POST"],
  AllowHeaders: ["content-type", "idempotency-key"],
  MaxAge: 3600,
};

/** A gateway as a template has it, in front of a function that claims what browsers may do. */
const aGateway = (configuration?: object) => {
  const { routes, cors } = readAssembly(anAssembly({ ...aSmallStack(), Api: Api(configuration) }));
  const called: string[] = [];
  const invoke = async (name: string) => {
    called.push(name);
    const headers = { "access-control-allow-origin": "*", "x-seen": "1" };
    return { ok: true, payload: { statusCode: 200, headers, body: "{}" } } as const;
  };
  const clock = { now: () => "2026-12-01T08:00:00.000Z", inFlight: (work: () => unknown) => work() };
  const gateway = createGateway({
    routes,
    cors: cors[0],
    lambdas: { invoke } as never,
    clock: () => clock as unknown as Clock,
    started: () => 0,
  });
  const ask = (method: string, headers: Request["headers"], path = "/v1/solar/about") =>
    gateway({
      method,
      path,
      headers,
      query: new URLSearchParams(),
      rawQuery: "",
      body: Buffer.alloc(0),
      cut: false,
      sourceIp: "127.0.0.1",
    });
  return { ask, called };
};
const asking = (origin: string) => ({ origin, "access-control-request-method": "POST" });

describe("a browser that asks before it calls from another origin", () => {
  test("hears what the template allows, without any function", async () => {
    const { ask, called } = aGateway(theirs);
    expect(await ask("OPTIONS", asking(shop))).toEqual({
      status: 204,
      headers: {
        "access-control-allow-origin": shop,
        "access-control-allow-methods": "GET,POST",
        "access-control-allow-headers": "content-type,idempotency-key",
        "access-control-max-age": "3600",
      },
    });
    expect(called).toEqual([]);
  });

  test("hears nothing of it from an origin that is not among them", async () => {
    const { ask } = aGateway(theirs);
    for (const origin of ["https://evil.example", "null", "https://shop.example.evil.example"])
      expect(await ask("OPTIONS", asking(origin))).toEqual({ status: 204, headers: {} });
  });

  test("on this machine may ask from any port, and from nowhere that only looks like it", async () => {
    const { ask } = aGateway({ ...theirs, AllowOrigins: settingsOf("local").widgetOrigins });
    const allowed = async (origin: string) =>
      (await ask("OPTIONS", asking(origin))).headers?.["access-control-allow-origin"];
    for (const origin of ["http://localhost:3000", "http://127.0.0.1:8080", "http://localhost"])
      expect(await allowed(origin)).toBe(origin);
    for (const origin of [
      "http://localhost.evil.example:80",
      "http://127.0.0.1.evil.example",
      "https://localhost:1",
    ])
      expect(await allowed(origin)).toBeUndefined();
  });

  test("finds no route where the template says nothing", async () => {
    expect((await aGateway().ask("OPTIONS", asking(shop))).status).toBe(404);
  });
});

describe("an answer to another origin", () => {
  test("may be read there by the gateway's word alone, whatever the function says", async () => {
    const { ask } = aGateway({ ...theirs, ExposeHeaders: ["x-seen"] });
    expect((await ask("GET", { origin: shop })).headers).toMatchObject({
      "access-control-allow-origin": shop,
      "access-control-expose-headers": "x-seen",
      "x-seen": "1",
    });
    const elsewhere = await ask("GET", { origin: "https://evil.example" });
    expect(Object.keys(elsewhere.headers ?? {}).filter((name) => name.startsWith("access-"))).toEqual([]);
  });

  test("may be read also when it is a problem, so that the page can say what it is", async () => {
    const { ask } = aGateway(theirs);
    const answer = await ask("GET", { origin: shop }, "/nowhere");
    expect([answer.status, answer.headers?.["access-control-allow-origin"]]).toEqual([404, shop]);
  });

  test("is as the function gave it where the template says nothing", async () => {
    const answer = await aGateway().ask("GET", { origin: shop });
    expect(answer.headers?.["access-control-allow-origin"]).toBe("*");
  });
});
