import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const waitlist = "/v1/taxdome/waitlist";

const waits = async (story: Story, person: string): Promise<string> => {
  const { status, body } = await story.post(waitlist, {
    sessionType: "implementation",
    from: "2026-12-14",
    to: "2026-12-19",
    customer: { name: person, email: `${person}@customer.example` },
    language: "en",
    timeZone: "Europe/Amsterdam",
  });
  expect(status).toBe(201);
  await story.advance("PT1M");
  return String(body["link"]);
};

const offers = async (story: Story) => (await story.mails()).filter(({ kind }) => kind === "offer");

const tokenOf = (text: string): string => /link\?do=accept#(\S+)/.exec(text)?.[1] ?? "";

const look = (story: Story, token: string) => story.get("/v1/link", { "kept-link": token });
const press = (story: Story, action: string, token: string, body: object) =>
  story.post(`/v1/link/${action}`, body, { "kept-link": token });

/** Noor has the session of Monday 14 December, 10:00 in Amsterdam, and gives it back. */
const givenBack = async (story: Story, ...people: readonly string[]): Promise<string[]> => {
  const { body } = await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
  const links: string[] = [];
  for (const person of people) links.push(await waits(story, person));
  const cancelled = await press(story, "cancel", String(body["link"]), { version: 1 });
  expect(cancelled.status).toBe(200);
  return links;
};

describe("a slot that is given back", () => {
  test("reaches the third in line when two keep silent, at the end of each hold, and is taken by a button", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    await givenBack(story, "ann", "ben", "eva");
    expect((await offers(story)).map(({ to }) => to)).toEqual([expect.stringContaining("ann")]);
    const taken = await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
    expect(taken).toMatchObject({ status: 409, body: { code: "slot-taken" } });
    await story.advance("PT2H5M");
    await story.advance("PT2H5M");
    const sent = await offers(story);
    expect(sent.map(({ to }) => to.replace(/@.*/, ""))).toEqual(["ann", "ben", "eva"]);
    const gaps = [1, 2].map((at) => Date.parse(sent[at]?.at ?? "") - Date.parse(sent[at - 1]?.at ?? ""));
    for (const gap of gaps) expect(gap / 60_000).toBeGreaterThanOrEqual(120);
    for (const gap of gaps) expect(gap / 60_000).toBeLessThanOrEqual(126);

    const late = await press(story, "accept", tokenOf(sent[0]?.text ?? ""), { version: 2 });
    expect(late).toMatchObject({ status: 409, body: { code: "offer-over" } });
    const token = tokenOf(sent[2]?.text ?? "");
    const seen = await look(story, token);
    expect(seen.body).toMatchObject({
      purpose: "offer",
      status: "offered",
      actions: ["accept", "decline", "leave"],
    });
    const accepted = await press(story, "accept", token, { version: seen.body["version"] });
    expect(accepted).toMatchObject({
      status: 200,
      body: { status: "booked", appointment: { start: "2026-12-14T09:00:00.000Z", host: "anna" } },
    });
    await story.advance("P16D");
    const mails = (await story.mails()).filter(({ to }) => to.startsWith("eva"));
    expect(mails.map(({ promise }) => promise)).toEqual(
      expect.arrayContaining(["confirmation", "email-PT48H", "email-PT24H", "email-PT1H"]),
    );
  });

  test("goes on at once when it is declined, and looking at the link writes nothing", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const [annsLink = ""] = await givenBack(story, "ann", "ben");
    await story.advance("PT1M");
    const before = await story.items();
    expect((await look(story, annsLink)).body).toMatchObject({ status: "offered", version: 2 });
    expect(await story.items()).toEqual(before);
    const declined = await press(story, "decline", annsLink, { version: 2 });
    expect(declined).toMatchObject({ status: 200, body: { status: "waiting", actions: ["leave"] } });
    expect((await offers(story)).map(({ to }) => to.replace(/@.*/, ""))).toEqual(["ann", "ben"]);
    const left = await press(story, "decline", annsLink, { version: 3, leave: true });
    expect(left.body).toMatchObject({ status: "left", actions: [] });
  });
});
