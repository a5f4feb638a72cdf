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
const slots = "GET /v1/{pack}/staff/appointments/{id}/slots";
const me = "GET /v1/{pack}/staff/me";
const report = "POST /v1/{pack}/staff/customers/{id}/conduct";
const incident = "GET /v1/{pack}/staff/conduct/{id}";
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
  expect(sessions.body).toMatchObject({
    appointments: [{ code, email: "noor@customer.example" }],
    cases: [],
  });
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

test("whoever moves a session at the desk sees when it could be instead, also a quarter of an hour on, where it stands in its own way", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const { code } = (await story.post<{ code: string }>(appointments, aBooking("2026-12-14T09:00:00Z"))).body;
  const span = "from=2026-12-14&to=2026-12-15&timeZone=Europe/Amsterdam";
  const free = await ask(story, [eva, slots, `taxdome/staff/appointments/${code}/slots?${span}`]);
  const booked = await story.get<{ slots: object[] }>(`/v1/taxdome/slots?sessionType=implementation&${span}`);
  const later = { start: "2026-12-14T09:30:00.000Z", host: "anna" };
  expect(free.body["slots"]).toContainEqual(expect.objectContaining(later));
  expect(booked.body.slots).not.toContainEqual(expect.objectContaining(later));

  for (const [asked, refused] of [
    [`taxdome/staff/appointments/NOBODY7/slots?${span}`, "not-found"],
    [`taxdome/staff/appointments/${code}/slots?from=2026-12-14`, "invalid-request"],
    [`taxdome/staff/appointments/${code}/slots?${span.replace("-15", "-14")}`, "span-empty"],
  ] as const)
    expect((await ask(story, [eva, slots, asked])).body["code"]).toBe(refused);
  expect(
    (await ask(story, [sanne, slots, `solar/staff/appointments/${code}/slots?${span}`])).body["code"],
  ).toBe("not-found");
});

test("the desk learns who asks, in which roles, and what a task about conduct is about", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  expect((await ask(story, [eva, me, "taxdome/staff/me"])).body).toEqual({ name: "eva", roles: ["staff"] });
  expect((await ask(story, ["Bearer local:eva", me, "solar/staff/me"])).body["roles"]).toEqual(["manager"]);
  expect((await ask(story, [eva, me, "solar/staff/me"])).body["code"]).toBe("forbidden");
  const reported = await ask(story, [
    eva,
    report,
    "taxdome/staff/customers/noor%40customer.example/conduct",
    { evidence: "Insulted the host twice." },
  ]);
  const path = `taxdome/staff/conduct/${String(reported.body["id"])}`;
  expect((await ask(story, [eva, incident, path])).body).toEqual(reported.body);
  const nobody = "taxdome/staff/conduct/01ARZ3NDEKTSV4RRFFQ69G5FAV";
  expect((await ask(story, [eva, incident, nobody])).body["code"]).toBe("not-found");
  expect((await ask(story, [sanne, incident, path])).body["code"]).toBe("forbidden");
});
