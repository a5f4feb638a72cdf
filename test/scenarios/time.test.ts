import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

/** When the mails of promises went out, in the zone of whoever reads them. */
const wallTimes = async (story: Story, timeZone: string): Promise<Record<string, string>> => {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" });
  const messages = [...(await story.mails()), ...(await story.sms())];
  return Object.fromEntries(
    messages
      .filter(({ promise }) => /^(email|sms)-/.test(promise))
      .map(({ at, promise }) => [promise, clock.format(new Date(at))]),
  );
};

describe("the clocks change in the night before a session", () => {
  test.each([
    [
      "Amsterdam, forwards in March",
      "Europe/Amsterdam",
      "implementation",
      "2028-03-10T08:00:00Z",
      "2028-03-27T08:00:00Z",
      "10:00",
    ],
    [
      "Amsterdam, back in October",
      "Europe/Amsterdam",
      "implementation",
      "2026-10-10T08:00:00Z",
      "2026-10-26T09:00:00Z",
      "10:00",
    ],
    [
      "Madrid, forwards in March",
      "Europe/Madrid",
      "quick-assist",
      "2028-03-10T08:00:00Z",
      "2028-03-27T08:00:00Z",
      "10:00",
    ],
    [
      "Madrid, back in October",
      "Europe/Madrid",
      "quick-assist",
      "2026-10-10T08:00:00Z",
      "2026-10-26T09:00:00Z",
      "10:00",
    ],
  ])(
    "%s: hours before are exact hours, and the mail names the right wall time",
    async (...[, timeZone, sessionType, now, start, wall]) => {
      const story = await aStory(now);
      const { status } = await story.post(
        appointments,
        aBooking(start, { sessionType, timeZone, language: "en" }),
      );
      expect(status).toBe(201);
      await story.advanceTo(start);
      const mails = (await story.mails()).filter(({ kind }) => kind === "reminder");
      expect(mails.map(({ at }) => Date.parse(start) - Date.parse(at))).toEqual(
        [48, 24, 1].map((hours) => hours * 3_600_000),
      );
      for (const { text } of mails) expect(text).toContain(wall);
      // Two days of 48 exact hours span the night in which an hour is missing or comes twice.
      const shifted = start.startsWith("2028") ? "09:00" : "11:00";
      expect((await wallTimes(story, timeZone))["email-PT48H"]).toContain(shifted);
    },
  );
});

describe("a session on 1 March of a leap year", () => {
  test("is reminded of on 28 and 29 February", async () => {
    const story = await aStory("2028-02-10T08:00:00Z");
    await story.post(appointments, aBooking("2028-03-01T09:00:00Z"));
    await story.advanceTo("2028-03-01T09:00:00Z");
    const { "email-PT48H": first, "email-PT24H": second } = await wallTimes(story, "UTC");
    expect([first, second]).toEqual(["28/02/2028, 09:00", "29/02/2028, 09:00"]);
  });
});

describe("a session fifty-eight days ahead", () => {
  test("waits longer than a timer of the platform can, and still to the millisecond", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    expect((await story.post(appointments, aBooking("2027-01-28T09:00:00Z"))).status).toBe(201);
    await story.advanceTo("2027-01-26T08:59:59Z");
    expect((await story.mails()).filter(({ kind }) => kind === "reminder")).toEqual([]);
    await story.advance("PT1S");
    expect((await story.mails()).filter(({ kind }) => kind === "reminder").map(({ at }) => at)).toEqual([
      "2027-01-26T09:00:00.000Z",
    ]);
  });
});
