import { describe, expect, it } from "vitest";
import { createClient } from "../../../web/booking/client.ts";

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client whose API gives these answers, one after the other; an Error is a line that broke. */
const aClient = (...answers: (Response | Error)[]) => {
  const asked: Asked[] = [];
  const ask = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    asked.push({ url: String(url), init });
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error("asked once too often");
  };
  let keys = 0;
  const newKey = (): string => `key-${(keys += 1)}`;
  const client = createClient("https://kept.example", "taxdome", "nl", ask as typeof fetch, newKey);
  const sent = () => asked.map(({ init }) => new Headers(init.headers).get("Idempotency-Key"));
  return { client, asked, sent };
};
const json = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status });
const refusal = (code: string, status: number, more: object = {}): Response =>
  json({ code, status, ...more }, status);

const wish = {
  sessionType: "implementation",
  start: "2026-12-14T09:00:00.000Z",
  customer: { name: "Noor", email: "noor@customer.example" },
  language: "nl",
  timeZone: "Europe/Amsterdam",
  termsVersion: "2024-06-06",
};

describe("a press whose answer was lost", () => {
  it("goes again under the same key, however often, until it is answered with a yes", async () => {
    const { client, sent } = aClient(
      new TypeError("no network"),
      json({ message: "Service Unavailable" }, 503),
      json({ id: "a" }, 201),
      json({ id: "b" }, 201),
    );
    const came = [];
    for (let press = 0; press < 4; press += 1) came.push(await client.book(wish));
    expect(sent()).toEqual(["key-1", "key-1", "key-1", "key-2"]);
    expect(came.slice(0, 2)).toEqual([{ failed: "away" }, { failed: "away" }]);
  });

  it("goes under another key when something else is wanted, for the same key with another body is refused", async () => {
    const { client, sent } = aClient(...[1, 2, 3].map(() => new TypeError("no network")));
    await client.book(wish);
    await client.book({ ...wish, start: "2026-12-14T10:00:00.000Z" });
    await client.book(wish);
    expect(sent()).toEqual(["key-1", "key-2", "key-1"]);
  });
});

it("asks for its company alone, without cookies and without what a browser kept", async () => {
  const { client, asked } = aClient(json({ slots: [] }));
  await client.slots("quick-assist", "Europe/Amsterdam", "2026-12-07", "2027-01-04");
  expect(asked[0]?.url).toBe(
    "https://kept.example/v1/taxdome/slots?sessionType=quick-assist&from=2026-12-07&to=2027-01-04&timeZone=Europe%2FAmsterdam",
  );
  expect(asked[0]?.init).toMatchObject({ credentials: "omit", cache: "no-store" });
});

it("tells what a company is only when all of it is there", async () => {
  const about = { company: "TaxDome", terms: { version: "1", url: "https://a.example" } };
  const rules = { notice: "PT24H" };
  const whole = aClient(json(about), json({ sessionTypes: [] }), json(rules));
  expect(await whole.client.company()).toEqual({
    found: { name: "TaxDome", terms: about.terms, sessionTypes: [], rules },
  });
  const half = aClient(json(about), json({ sessionTypes: [] }), refusal("no-appointments", 404));
  expect(await half.client.company()).toEqual({ failed: "no-appointments" });
});

describe("a no", () => {
  const fee = { amount: "50.00", currency: "EUR" };
  it.each([
    [refusal("slot-taken", 409), { failed: "slot-taken" }],
    [refusal("fee-required", 402, { fee }), { failed: "fee-required", fee }],
    [
      refusal("not-before", 403, { notBefore: "2027-06-01T00:00:00.000Z" }),
      { failed: "not-before", notBefore: "2027-06-01T00:00:00.000Z" },
    ],
    [
      refusal("invalid-request", 400, { errors: [{ place: "customer.phone", message: "write" }] }),
      { failed: "invalid-request", place: "customer.phone" },
    ],
    [refusal("new", 409, { message: "Dit kan niet." }), { failed: "new", message: "Dit kan niet." }],
    [json({ message: "Too Many Requests" }, 429), { failed: "busy" }],
    [json({ message: "Internal Server Error" }, 500), { failed: "away" }],
    [new Response("<html>", { status: 502 }), { failed: "away" }],
    [new DOMException("too long", "TimeoutError"), { failed: "away" }],
  ])("comes with what can be done about it: %#", async (answer, failed) => {
    expect(await aClient(answer).client.book(wish)).toEqual(failed);
  });
});
