import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type SentMail, type Story } from "./world.ts";

interface Booked {
  readonly id: string;
  readonly link: string;
}

interface LinkView {
  readonly version: number;
  readonly status: string;
  readonly actions: string[];
  readonly appointment: { readonly start: string };
  readonly notice: { readonly now: string };
  readonly code?: string;
  readonly calendar?: string;
}

const booked = async (story: Story, start = "2026-12-14T09:00:00Z"): Promise<Booked> =>
  (await story.post<Booked>(appointments, aBooking(start))).body;

const tokenIn = (mail: SentMail | undefined, what: "change" | "cancel"): string =>
  new RegExp(`/link\\?do=${what}#([\\w.-]+)`).exec(mail?.text ?? "")?.[1] ?? "";

const look = (story: Story, token: string) => story.get<LinkView>("/v1/link", { "kept-link": token });

const press = (story: Story, what: string, token: string, body: object) =>
  story.post<LinkView>(`/v1/link/${what}`, body, { "kept-link": token });

const kindsTo = async (story: Story, address: string): Promise<string[]> =>
  (await story.mails()).filter(({ to }) => to === address).map(({ kind, promise }) => `${kind} ${promise}`);

const noor = "noor@customer.example";

describe("a customer who moves their session by the link in a mail", () => {
  test("gets the new time's reminders and none of the old one's", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    await booked(story);
    const [confirmation] = (await story.mails()).filter(({ kind }) => kind === "confirmation");
    const token = tokenIn(confirmation, "change");
    const { body } = await press(story, "change", token, { version: 1, start: "2026-12-21T09:00:00Z" });
    expect(body).toMatchObject({
      version: 2,
      status: "booked",
      appointment: { start: "2026-12-21T09:00:00.000Z" },
    });
    await story.advance("P25D");
    const reminders = (await story.mails()).filter(({ kind }) => kind === "reminder");
    expect(reminders.map(({ at }) => at)).toEqual([
      "2026-12-19T09:00:00.000Z",
      "2026-12-20T09:00:00.000Z",
      "2026-12-21T08:00:00.000Z",
    ]);
    expect((await story.sms()).map(({ at }) => at)).toEqual(["2026-12-21T08:30:00.000Z"]);
  });

  test("and cancels later by a reminder of the new time: nothing more goes out, the slot is free, all know", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { link } = await booked(story);
    await press(story, "change", link, { version: 1, start: "2026-12-21T09:00:00Z" });
    await story.advanceTo("2026-12-19T09:00:00Z");
    const [reminder] = (await story.mails()).filter(({ promise }) => promise === "email-PT48H");
    const { body } = await press(story, "cancel", tokenIn(reminder, "cancel"), { version: 2 });
    expect(body).toMatchObject({ version: 3, status: "cancelled", actions: [] });
    await story.advance("P5D");
    expect(await kindsTo(story, noor)).toEqual([
      "confirmation confirmation",
      "changed confirmation",
      "reminder email-PT48H",
      "cancelled cancelled",
    ]);
    expect(await kindsTo(story, "anna@taxdome.example")).toEqual([
      "staff-booked staff-booked",
      "staff-changed staff-changed",
      "staff-cancelled staff-cancelled",
    ]);
    expect(await story.sms()).toEqual([]);
  });

  test("while the process was killed in between: the move stands, and each message comes once", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { link } = await booked(story);
    await press(story, "change", link, { version: 1, start: "2026-12-21T09:00:00Z" });
    await story.restart();
    await story.advance("P25D");
    expect(await kindsTo(story, noor)).toEqual([
      "confirmation confirmation",
      "changed confirmation",
      "reminder email-PT48H",
      "reminder email-PT24H",
      "reminder email-PT1H",
    ]);
  });

  test("in two tabs: one is told 200, the other that it has changed meanwhile", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { link } = await booked(story);
    const answers = await Promise.all(
      ["2026-12-21T09:00:00Z", "2026-12-22T09:00:00Z"].map((start) =>
        press(story, "change", link, { version: 1, start }),
      ),
    );
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ""}`).sort()).toEqual([
      "200 ",
      "409 changed-meanwhile",
    ]);
  });
});

describe("the page of a link", () => {
  test("has the calendar file as the mails have it, and offers times that overlap the session's own", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { id, link } = await booked(story);
    const { body } = await look(story, link);
    expect(body).toMatchObject({ bookAgain: expect.stringMatching(/\/book\/taxdome$/) });
    expect(body.calendar).toContain(`UID:${id}@kept.taxdome`);
    const query = "sessionType=implementation&from=2026-12-14&to=2026-12-15&timeZone=Europe/Amsterdam";
    const half = "2026-12-14T09:30:00.000Z";
    const starts = async (headers: Record<string, string>) => {
      const answer = await story.get<{ slots: { start: string }[] }>(`/v1/taxdome/slots?${query}`, headers);
      return answer.body.slots.map(({ start }) => start);
    };
    expect(await starts({})).not.toContain(half);
    expect(await starts({ "kept-link": link })).toContain(half);
    expect((await press(story, "change", link, { version: 1, start: half })).status).toBe(200);
  });
});

describe("a booking three hours before", () => {
  test("has the two early reminders skipped, as passed, and the late ones sent", async () => {
    const story = await aStory("2026-12-14T06:00:00Z");
    const { id } = await booked(story);
    await story.advance("PT5H");
    const head = (await story.items()).find(({ code, sk }) => code === id && sk === "head");
    expect(head?.["promises"]).toMatchObject({
      "email-PT48H": { state: "skipped", reason: "passed" },
      "email-PT24H": { state: "skipped", reason: "passed" },
      "email-PT1H": { state: "kept" },
      "sms-PT30M": { state: "kept" },
    });
  });
});

describe("looking", () => {
  test("never writes, whoever looks and by whatever method", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { link } = await booked(story);
    await story.advance("P12D");
    const tokens = (await story.mails()).flatMap((mail) => [
      tokenIn(mail, "change"),
      tokenIn(mail, "cancel"),
    ]);
    const before = await story.items();
    for (const token of [link, ...tokens.filter((each) => each !== "")])
      for (const method of ["GET", "HEAD", "OPTIONS"])
        for (const path of ["/v1/link", "/v1/link/cancel", "/v1/link/change", "/link?do=cancel"])
          await fetch(story.world.url + path, { method, headers: { "kept-link": token } });
    expect(await story.items()).toEqual(before);
  });

  test("by a link that is forged, unknown, expired or meant for something else is one and the same answer", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { link } = await booked(story);
    const forged = link.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    const answers = [await look(story, forged), await look(story, ""), await look(story, "nonsense")];
    answers.push(await press(story, "cancel", forged, { version: 1 }));
    await story.advance("P60D");
    answers.push(await look(story, link), await press(story, "cancel", link, { version: 1 }));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: "link-invalid" } });
  });
});

describe("staff", () => {
  const as = (who: string) => ({ authorization: `Bearer local:${who}` });
  const cancelPath = (id: string, pack = "taxdome") => `/v1/${pack}/staff/appointments/${id}/cancel`;

  test("cancel for a host who fell ill: the customer is told why, and it counts for nobody", async () => {
    const story = await aStory("2026-12-14T06:00:00Z");
    const { id } = await booked(story);
    const { status, body } = await story.post(cancelPath(id), { reason: "Anna is ill" }, as("bram"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "cancelled", revision: { wish: "staff", notice: "in-time" } });
    const entry = (await story.items()).find(({ action }) => action === "cancelled");
    expect(entry).toMatchObject({ actor: "staff:bram", reason: "Anna is ill" });
  });

  test("who press twice with one key act once, and get the same answer", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { id } = await booked(story);
    const headers = { ...as("bram"), "idempotency-key": "one" };
    const [first, second] = [
      await story.post(cancelPath(id), {}, headers),
      await story.post(cancelPath(id), {}, headers),
    ];
    expect(second).toEqual(first);
    expect(await story.post(cancelPath(id), {}, as("bram"))).toMatchObject({
      status: 409,
      body: { code: "already-over" },
    });
  });

  test.each([
    ["nobody", {}, 401],
    ["another company's", as("eve:manager:solar"), 403],
    ["a role that is none", as("eve:intern:taxdome"), 403],
  ])("%s are refused, and nothing changes", async (_, headers, expected) => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { id } = await booked(story);
    await story.advance("PT1M");
    const before = await story.items();
    expect((await story.post(cancelPath(id), {}, headers)).status).toBe(expected);
    expect(await story.items()).toEqual(before);
  });
});
