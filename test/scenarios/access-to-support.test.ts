import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const signedIn = (who: string) => ({ authorization: `Bearer local:${who}` });
const anna = signedIn("anna:staff:taxdome");
const bram = signedIn("bram:manager:taxdome");
const staff = "/v1/taxdome/staff";
const noor = "noor%40customer.example";

const put = async (story: Story, path: string, body: object) => {
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID(), ...anna };
  const init = { method: "PUT", body: JSON.stringify(body), headers };
  const response = await fetch(story.world.url + path, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const book = (story: Story, start: string, account?: string) => {
  const customer = { name: "Noor Bakker", email: "noor@customer.example", ...(account && { account }) };
  return story.post(appointments, aBooking(start, { customer }));
};

describe("an account", () => {
  test("is entered by staff, says what it may use, and stops what its licence leaves out", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    expect(await story.get(`${staff}/accounts/acme`, anna)).toMatchObject({ status: 404 });
    const entered = await put(story, `${staff}/accounts/acme`, { licence: "essentials", users: 3, rev: 0 });
    expect(entered).toMatchObject({ status: 200, body: { id: "acme", rev: 1 } });
    const { body } = await story.get(`${staff}/accounts/acme/entitlements`, anna);
    expect(body).toMatchObject({
      channels: ["chat", "help-centre", "webinars", "academy"],
      sessionTypes: [],
    });
    expect(await book(story, "2026-12-14T09:00:00Z", "acme")).toMatchObject({
      status: 403,
      body: { code: "not-entitled", detail: expect.stringContaining("pro") },
    });
    expect(await put(story, `${staff}/accounts/acme`, { licence: "pro", users: 3, rev: 1 })).toMatchObject({
      status: 200,
    });
    expect(await book(story, "2026-12-14T09:00:00Z", "acme")).toMatchObject({ status: 201 });
    expect(await put(story, `${staff}/accounts/acme`, { licence: "pro", users: 4, rev: 1 })).toMatchObject({
      status: 409,
      body: { code: "changed-meanwhile" },
    });
    const other = { authorization: "Bearer local:eve:manager:solar" };
    expect(await story.get(`${staff}/accounts/acme`, other)).toMatchObject({ status: 403 });
  });

  test("comes from nobody's token but the company's own: another is told so, and books nothing", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const headers = { authorization: "Bearer eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImEifQ." };
    expect(await story.post(appointments, aBooking("2026-12-14T09:00:00Z"), headers)).toMatchObject({
      status: 401,
      body: { code: "token-invalid" },
    });
  });
});

describe("conduct", () => {
  test("is reported by one, judged by another, in force at once, told, and over by itself", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { body: booked } = await book(story, "2026-12-14T09:00:00Z");
    const evidence = { evidence: "Insulted the host twice." };
    const report = await story.post(`${staff}/customers/${noor}/conduct`, evidence, anna);
    expect(report).toMatchObject({ status: 201, body: { customer: "noor@customer.example" } });
    const path = `${staff}/conduct/${String(report.body["id"])}/judge`;
    const until = "2026-12-20T09:00:00Z";
    const judgement = { outcome: "restriction", until, reason: "Heard by two colleagues." };
    expect(await story.post(path, judgement, anna)).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    const herself = signedIn("anna:manager:taxdome");
    expect(await story.post(path, judgement, herself)).toMatchObject({
      status: 403,
      body: { code: "own-report" },
    });
    expect(await story.post(path, judgement, bram)).toMatchObject({ status: 200 });

    expect(await book(story, "2026-12-16T09:00:00Z")).toMatchObject({
      status: 403,
      body: { code: "restricted" },
    });
    const link = { "kept-link": String(booked["link"]) };
    const move = { version: 1, start: "2026-12-15T09:00:00Z" };
    expect(await story.post("/v1/link/change", move, link)).toMatchObject({
      status: 403,
      body: { code: "restricted" },
    });
    const letters = (await story.mails()).filter(({ kind }) => kind === "conduct");
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).not.toMatch(/insulted|colleagues|bram|anna/i);
    expect(await story.post("/v1/link/cancel", { version: 1 }, link)).toMatchObject({ status: 200 });

    await story.advanceTo("2026-12-20T08:59:59Z");
    expect(await book(story, "2026-12-21T09:00:00Z")).toMatchObject({ status: 403 });
    await story.advanceTo(until);
    expect(await book(story, "2026-12-21T09:00:00Z")).toMatchObject({ status: 201 });
  });
});
