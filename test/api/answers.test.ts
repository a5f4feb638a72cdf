import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { instant } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { startWorld, type World } from "#local/world.ts";
import { type Answer, expectDescribed } from "./described.ts";

const data = mkdtempSync(join(tmpdir(), "kept-answers-"));
let world: World;

beforeAll(async () => {
  const assembly = readAssembly(inject("assembly"));
  const root = join(import.meta.dirname, "../..");
  const now = instant("2026-12-01T08:00:00Z");
  world = await startWorld({ assembly, root, data, ports: { api: 0, aws: 0 }, now });
});

afterAll(async () => {
  await world.stop();
  rmSync(data, { recursive: true, force: true });
});

interface Asked {
  readonly route: string;
  /** What stands for `{pack}` and `{id}`. */
  readonly names?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks, and holds whatever comes to the description of that route. */
const ask = async ({ route, names = {}, query = "", body, headers = {} }: Asked): Promise<Answer> => {
  const [method = "", path = ""] = route.split(" ");
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => names[name] ?? "taxdome");
  const response = await fetch(`${world.url}${filled}${query}`, {
    method,
    headers: { "content-type": "application/json", "idempotency-key": randomUUID(), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    body: (await response.json()) as unknown,
  };
  expectDescribed(method, path, answer);
  return answer;
};

const booking = "POST /v1/{pack}/appointments";
const change = "POST /v1/{pack}/staff/appointments/{id}/change";
const cancel = "POST /v1/{pack}/staff/appointments/{id}/cancel";
const staff = { authorization: "Bearer local:eva" };

const request = (start: string, changes: object = {}) => ({
  sessionType: "implementation",
  start,
  customer: { name: "Noor", email: `noor-${randomUUID()}@customer.example`, phone: "+31612345678" },
  language: "nl",
  timeZone: "Europe/Amsterdam",
  termsVersion: "2024-06-06",
  ...changes,
});

const book = async (start: string): Promise<{ id: string; link: string }> =>
  (await ask({ route: booking, body: request(start) })).body as { id: string; link: string };

const codeOf = ({ body }: Answer): unknown => (body as { code?: unknown }).code;

describe("what the API answers is what it describes", () => {
  test.each([
    ["GET /openapi.json", ""],
    ["GET /v1/{pack}/about", ""],
    ["GET /v1/{pack}/session-types", ""],
    ["GET /v1/{pack}/booking-rules", ""],
    [
      "GET /v1/{pack}/slots",
      "?sessionType=implementation&from=2026-12-07&to=2026-12-12&timeZone=Europe/Amsterdam",
    ],
  ])("%s", async (route, query) => {
    expect((await ask({ route, query })).status).toBe(200);
  });

  test("a booking, and what its link shows and does", async () => {
    const { link } = await book("2026-12-10T09:00:00Z");
    const headers = { "kept-link": link };
    const steps: [string, object?][] = [
      ["GET /v1/link"],
      ["POST /v1/link/confirm", { version: 1 }],
      ["POST /v1/link/change", { version: 1, start: "2026-12-10T13:00:00Z" }],
      ["POST /v1/link/cancel", { version: 2 }],
      ["GET /v1/link"],
    ];
    for (const [route, body] of steps) expect((await ask({ route, headers, body })).status).toBe(200);
  });

  test("what staff change, cancel and have to do", async () => {
    const { id } = await book("2026-12-11T09:00:00Z");
    const names = { id };
    const moved = { start: "2026-12-11T13:00:00Z", reason: "A colleague stands in" };
    expect((await ask({ route: change, names, headers: staff, body: moved })).status).toBe(200);
    expect((await ask({ route: cancel, names, headers: staff, body: {} })).status).toBe(200);
    expect((await ask({ route: "GET /v1/{pack}/staff/tasks", headers: staff })).status).toBe(200);
  });
});

describe("what it answers about a case is what it describes", () => {
  const names = { pack: "bnc" };
  const staffOfCases = "/v1/{pack}/staff/cases";
  const brought = {
    fields: { description: "Storing sinds zondag" },
    customer: { name: "Noor", email: "noor@customer.example" },
    language: "nl",
  };

  test("brought, looked at, acted on, and done to by its link", async () => {
    const made = await ask({ route: "POST /v1/{pack}/cases", names, body: brought });
    const { id, link } = made.body as { id: string; link: string };
    const told = { ...brought, channel: "phone", receivedAt: "2026-11-30T09:00:00Z" };
    const one = { ...names, id };
    const by = { headers: staff };
    const asked: Asked[] = [
      { route: "GET /v1/{pack}/staff/mailboxes", names, ...by },
      { route: `GET ${staffOfCases}`, names, ...by },
      { route: `GET ${staffOfCases}/{id}`, names: one, ...by },
      { route: `POST ${staffOfCases}/{id}/classify`, names: one, body: { kind: "complaint" }, ...by },
      { route: `POST ${staffOfCases}/{id}/note`, names: one, body: { text: "Belde zelf" }, ...by },
      { route: "GET /v1/link", headers: { "kept-link": link } },
      {
        route: "POST /v1/link/answer",
        body: { version: 1, text: "Nog iets" },
        headers: { "kept-link": link },
      },
    ];
    for (const each of asked) expect([each.route, (await ask(each)).status]).toEqual([each.route, 200]);
    expect((await ask({ route: `POST ${staffOfCases}`, names, body: told, ...by })).status).toBe(201);
  });

  test.each<[code: string, asked: Asked]>([
    ["unknown-kind", { route: "POST /v1/{pack}/cases", names, body: { ...brought, kind: "inquiry" } }],
    ["unknown-topic", { route: "POST /v1/{pack}/cases", names, body: { ...brought, topic: "weather" } }],
    ["not-found", { route: `GET ${staffOfCases}/{id}`, names: { ...names, id: "NOBODY0" }, headers: staff }],
    [
      "date-in-future",
      {
        route: `POST ${staffOfCases}`,
        names,
        headers: staff,
        body: { ...brought, receivedAt: "2026-12-30T09:00:00Z" },
      },
    ],
  ])("%s", async (code, asked) => {
    expect(codeOf(await ask(asked))).toBe(code);
  });
});

describe("what the API refuses is a problem with a code that it describes", () => {
  const slots = "GET /v1/{pack}/slots";
  const from = "?sessionType=implementation&timeZone=UTC&from=2026-12-07";
  test.each<[code: string, asked: Asked]>([
    ["unknown-pack", { route: "GET /v1/{pack}/about", names: { pack: "nobody" } }],
    ["invalid-request", { route: slots, query: "?sessionType=implementation" }],
    ["span-empty", { route: slots, query: `${from}&to=2026-12-07` }],
    ["span-too-long", { route: slots, query: `${from}&to=2027-12-07` }],
    ["unknown-session-type", { route: slots, query: `${from.replace("implementation", "x")}&to=2026-12-08` }],
    ["invalid-request", { route: booking, body: "{" }],
    ["invalid-request", { route: booking, body: request("tomorrow") }],
    ["too-large", { route: booking, body: "x".repeat(70_000) }],
    ["idempotency-key-missing", { route: booking, body: {}, headers: { "idempotency-key": "" } }],
    ["terms-not-current", { route: booking, body: request("2026-12-09T09:00:00Z", { termsVersion: "1" }) }],
    ["not-offered", { route: booking, body: request("2026-12-09T03:00:00Z") }],
    ["too-soon", { route: booking, body: request("2026-12-01T08:30:00Z") }],
    ["too-far", { route: booking, body: request("2027-06-01T09:00:00Z") }],
    ["unknown-host", { route: booking, body: request("2026-12-09T09:00:00Z", { host: "nobody" }) }],
    ["link-invalid", { route: "GET /v1/link", headers: { "kept-link": "forged" } }],
    ["link-invalid", { route: "POST /v1/link/cancel", body: { version: 1 } }],
    ["unauthorized", { route: "GET /v1/{pack}/staff/tasks" }],
    [
      "forbidden",
      { route: "GET /v1/{pack}/staff/tasks", headers: { authorization: "Bearer local:eva:staff:solar" } },
    ],
    ["not-found", { route: cancel, names: { id: "NOBODY0" }, headers: staff, body: {} }],
  ])("%s", async (code, asked) => {
    expect(codeOf(await ask(asked))).toBe(code);
  });

  test("a slot that is taken, a key that was used, a page that is old, a session that is cancelled", async () => {
    const start = "2026-12-14T09:00:00Z";
    const { link } = await book(start);
    expect(codeOf(await ask({ route: booking, body: request(start) }))).toBe("slot-taken");
    const headers = { "idempotency-key": "used" };
    await ask({ route: booking, body: request("2026-12-14T10:00:00Z"), headers });
    const again = await ask({ route: booking, body: request("2026-12-14T12:00:00Z"), headers });
    expect(codeOf(again)).toBe("idempotency-mismatch");
    const press = (route: string, body: object) => ask({ route, body, headers: { "kept-link": link } });
    expect(codeOf(await press("POST /v1/link/change", { version: 1, start }))).toBe("unchanged");
    expect(codeOf(await press("POST /v1/link/cancel", { version: 9 }))).toBe("changed-meanwhile");
    await press("POST /v1/link/cancel", { version: 1 });
    expect(codeOf(await press("POST /v1/link/cancel", { version: 2 }))).toBe("already-over");
  });

  test("an address that has booked too much", async () => {
    const customer = { name: "Noor", email: "often@customer.example" };
    const codes = [];
    for (let day = 15; day <= 23; day += 1)
      codes.push(
        codeOf(await ask({ route: booking, body: request(`2026-12-${day}T09:00:00Z`, { customer }) })),
      );
    expect(codes).toContain("too-many");
  });
});

test("a field that the description does not know is found", () => {
  const body = { slots: [], secret: 1 };
  expect(() =>
    expectDescribed("GET", "/v1/{pack}/slots", { status: 200, type: "application/json", body }),
  ).toThrow(/must NOT have additional properties/);
});
