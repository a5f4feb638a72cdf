import { describe, expect, it } from "vitest";
import { createLinkClient } from "../../../web/link/client.ts";
import { aLink, aSlot } from "./fixtures.ts";

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

/** A client whose API gives these answers, one after the other; an Error is a line that broke. */
const aClient = (...answers: (Response | Error)[]) => {
  const asked: Asked[] = [];
  const ask = async (path: unknown, init: RequestInit = {}): Promise<Response> => {
    asked.push({ path: String(path), init });
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error("asked once too often");
  };
  return { client: createLinkClient("a.taxdome.X", ask as typeof fetch), asked };
};
const json = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status });
const refusal = (code: string, status: number): Response => json({ code, status }, status);

describe("the client", () => {
  it("sends the token in a header, and never in an address", async () => {
    const { client, asked } = aClient(json(aLink()), json({ slots: [] }), json(aLink()));
    await client.look();
    await client.slots(aLink(), "2026-12-10", "2026-12-24");
    await client.press(aLink(), { action: "cancel" });
    expect(asked.map(({ path }) => path)).toEqual([
      "/v1/link",
      "/v1/taxdome/slots?sessionType=quick-assist&from=2026-12-10&to=2026-12-24&timeZone=Europe%2FAmsterdam",
      "/v1/link/cancel",
    ]);
    for (const { init } of asked) expect(init.headers).toMatchObject({ "Kept-Link": "a.taxdome.X" });
    expect(asked.map(({ init }) => init.method ?? "GET")).toEqual(["GET", "GET", "POST"]);
  });

  it("acts on the version that was shown", async () => {
    const { client, asked } = aClient(json(aLink()), json(aLink()));
    await client.press(aLink({ version: 3 }), { action: "change", start: "2026-12-11T09:00:00.000Z" });
    await client.press(aLink({ version: 4 }), { action: "confirm" });
    expect(asked.map(({ init }) => init.body)).toEqual([
      '{"version":3,"start":"2026-12-11T09:00:00.000Z"}',
      '{"version":4}',
    ]);
  });

  it("gives the free times", async () => {
    const { client } = aClient(json({ slots: [aSlot("2026-12-11T09:00Z")] }));
    expect(await client.slots(aLink(), "a", "b")).toEqual({ found: [aSlot("2026-12-11T09:00Z")] });
  });

  it.each([
    [refusal("link-invalid", 404), "invalid"],
    [refusal("changed-meanwhile", 409), "changed-meanwhile"],
    [refusal("slot-taken", 409), "slot-taken"],
    [refusal("busy", 503), "busy"],
    [refusal("fault", 500), "away"],
    [json({ message: "Service Unavailable" }, 503), "away"],
    [new Response("<html>", { status: 502 }), "away"],
    [json({ purpose: "case", version: 1 }), "away"],
    [new TypeError("no network"), "away"],
    [new DOMException("too long", "TimeoutError"), "away"],
  ])("says why there is no answer: %# is %s", async (answer, failed) => {
    expect(await aClient(answer).client.look()).toEqual({ failed });
  });
});
