import { expect, test } from "vitest";
import { expectDescribed } from "../api/described.ts";
import { aBrought, aCompany } from "./case.ts";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const sanne = "Bearer local:sanne:staff:solar";
const eva = "Bearer local:eva:staff:taxdome";

type Asked = [authorization: string, route: string, path: string, body?: object, key?: string];

/** Asks, and holds the answer to the description of its route. */
const ask = async ({ world }: Story, [authorization, route, path, body, key = "a-key"]: Asked) => {
  const [method = "", described = ""] = route.split(" ");
  const response = await fetch(`${world.url}/v1/${path}`, {
    method,
    headers: { authorization, "content-type": "application/json", "idempotency-key": key },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    body: (await response.json()) as Record<string, unknown>,
  };
  expectDescribed(method, described, answer);
  return answer;
};

const search = "GET /v1/{pack}/staff/search";
const look = "GET /v1/{pack}/staff/appointments/{id}";
const preview = "POST /v1/{pack}/staff/cases/{id}/preview";

test("what the desk asks is answered as described, writes nothing, and shows nothing of another company", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const { number } = await aCompany(story, "solar").bring(aBrought());
  const { code } = (await story.post<{ code: string }>(appointments, aBooking("2026-12-14T09:00:00Z"))).body;
  await story.advance("PT1M");
  const before = await story.items();
  const wish = { act: "acknowledge", wish: { text: "Wij kijken ernaar." } };

  const found = await ask(story, [sanne, search, `solar/staff/search?q=noor@customer.example`]);
  expect(found.body).toMatchObject({ appointments: [], cases: [{ number, customer: "Noor Bakker" }] });
  const sessions = await ask(story, [eva, search, "taxdome/staff/search?q=Bakker"]);
  expect(sessions.body).toMatchObject({ appointments: [{ code }], cases: [] });
  expect((await ask(story, [eva, look, `taxdome/staff/appointments/${code}`])).body).toMatchObject({
    id: code,
  });
  const seen = await ask(story, [sanne, preview, `solar/staff/cases/${number}/preview`, wish]);
  expect(seen.body).toMatchObject({
    mails: [{ to: { address: "noor@customer.example" }, language: "nl" }],
  });

  const refused: Asked[] = [
    [sanne, search, "solar/staff/search?q=n"],
    [sanne, search, "taxdome/staff/search?q=noor"],
    [sanne, look, `solar/staff/appointments/${code}`],
    [eva, preview, `solar/staff/cases/${number}/preview`, wish],
    [sanne, preview, `solar/staff/cases/${number}/preview`, wish, ""],
    [sanne, preview, `solar/staff/cases/${number}/preview`, { act: "plan", wish: { text: "Zo" } }],
    [sanne, preview, `solar/staff/cases/${number}/preview`, { act: "burn", wish: {} }],
  ];
  const codes: unknown[] = [];
  for (const asked of refused) codes.push((await ask(story, asked)).body["code"]);
  expect(codes).toEqual([
    "invalid-request",
    "forbidden",
    "not-found",
    "forbidden",
    "idempotency-key-missing",
    "invalid-request",
    "invalid-request",
  ]);
  expect(await story.items()).toEqual(before);
});
