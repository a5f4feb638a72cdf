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

test("what a customer would read of a session's end, a strike or a judgement is described, writes nothing, and is refused where the act would be", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const { code } = (await story.post<{ code: string }>(appointments, aBooking("2026-12-02T13:00:00Z"))).body;
  const evidence = { evidence: "Insulted the host twice." };
  const reported = await ask(story, [
    eva,
    report,
    "taxdome/staff/customers/noor%40customer.example/conduct",
    evidence,
  ]);
  await story.advanceTo("2026-12-01T20:00:00Z");
  const before = await story.items();
  const ofSession = "POST /v1/{pack}/staff/appointments/{id}/preview";
  const ofStrike = "POST /v1/{pack}/staff/strikes/{id}/preview";
  const ofConduct = "POST /v1/{pack}/staff/conduct/{id}/preview";
  const bram = "Bearer local:bram";
  const [session, strike] = [
    `taxdome/staff/appointments/${code}/preview`,
    `taxdome/staff/strikes/${code}/preview`,
  ];
  const conduct = `taxdome/staff/conduct/${String(reported.body["id"])}/preview`;
  const late = { act: "cancel", wish: { version: 1, onBehalfOf: "customer" } };
  const warned = { outcome: "warning", reason: "Heard by two colleagues." };

  const subjects = async (asked: Asked): Promise<string[]> =>
    ((await ask(story, asked)).body["mails"] as { subject: string }[]).map(({ subject }) => subject);
  expect(await subjects([eva, ofSession, session, late])).toEqual([expect.stringContaining("Geannuleerd")]);
  const moved = { act: "change", wish: { version: 1, start: "2026-12-03T09:00:00Z" } };
  expect(await subjects([eva, ofSession, session, moved])).toEqual([expect.stringContaining("Gewijzigd")]);
  expect(await subjects([bram, ofConduct, conduct, warned])).toHaveLength(1);
  expect(await subjects([bram, ofConduct, conduct, { outcome: "none", reason: "It was a joke." }])).toEqual(
    [],
  );

  const refused: [Asked, string][] = [
    [[eva, ofSession, session, { act: "cancel", wish: { version: 2 } }], "changed-meanwhile"],
    [[eva, ofSession, session, { act: "change", wish: { start: "2026-12-02T13:00:00Z" } }], "unchanged"],
    [[eva, ofSession, session, { act: "change", wish: { start: "2026-12-06T03:00:00Z" } }], "not-offered"],
    [[eva, ofSession, session, { act: "burn", wish: {} }], "invalid-request"],
    [[sanne, ofSession, session, late], "forbidden"],
    [[bram, ofStrike, strike, { act: "waive", wish: { reason: "Ours" } }], "not-found"],
    [[bram, ofStrike, strike, { act: "confirm", wish: { applies: true } }], "not-found"],
    [[eva, ofStrike, strike, { act: "waive", wish: { reason: "Ours" } }], "forbidden"],
    [[eva, ofConduct, conduct, warned], "forbidden"],
    [["Bearer local:eva", ofConduct, conduct, warned], "own-report"],
    [[bram, ofConduct, conduct, { ...warned, outcome: "licence-ended" }], "no-account"],
    [[bram, ofConduct, conduct, warned, ""], "idempotency-key-missing"],
  ];
  const codes: unknown[] = [];
  for (const [asked] of refused) codes.push((await ask(story, asked)).body["code"]);
  expect(codes).toEqual(refused.map(([, expected]) => expected));
  expect(await story.items()).toEqual(before);
});
