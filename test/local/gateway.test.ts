import { expect, test } from "vitest";
import { aWorld } from "./fixtures/world.ts";

const { url } = aWorld();

test("the gateway makes an event of a request, and an answer of what the function returned", async () => {
  const response = await fetch(`${url()}/v1/solar/appointments?a=1&a=2&b=%20`, {
    method: "POST",
    headers: { "content-type": "application/json", "Idempotency-Key": "k" },
    body: '{"x":"é"}',
  });
  expect(response.status).toBe(201);
  expect(response.headers.get("x-seen")).toBe("1");
  expect(response.headers.get("set-cookie")).toBe("a=1");
  expect(await response.json()).toMatchObject({
    version: "2.0",
    routeKey: "POST /v1/{pack}/appointments",
    rawPath: "/v1/solar/appointments",
    rawQueryString: "a=1&a=2&b=%20",
    queryStringParameters: { a: "1,2", b: " " },
    pathParameters: { pack: "solar" },
    headers: { "idempotency-key": "k" },
    requestContext: { http: { method: "POST", path: "/v1/solar/appointments", sourceIp: "127.0.0.1" } },
    body: '{"x":"é"}',
    isBase64Encoded: false,
  });
});

test("what leads nowhere, and what is too long, is told as a problem", async () => {
  const nowhere = await fetch(`${url()}/elsewhere`);
  expect(nowhere.headers.get("content-type")).toBe("application/problem+json");
  expect(await nowhere.json()).toMatchObject({ status: 404, code: "not-found", title: "Not Found" });
  const post = (length: number) =>
    fetch(`${url()}/v1/solar/appointments`, { method: "POST", body: "x".repeat(length) });
  expect((await post(64 * 1024)).status).toBe(201);
  expect((await post(64 * 1024 + 1)).status).toBe(413);
});
