import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const booked = async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
  await story.advance("PT1M");
  return story;
};

const confirmation = async (story: Story) =>
  (await story.mails()).find(({ promise }) => promise === "confirmation")!;

const entries = async (story: Story, type: string) =>
  (await story.items()).filter((item) => item["type"] === type);

const entryOf = async (story: Story, promise: string) =>
  (await entries(story, "send")).find(({ sk }) => String(sk).includes(`#${promise}#`));

describe("what becomes of a mail", () => {
  test("is reported: it was delivered, and the ledger says when", async () => {
    const story = await booked();
    expect(await entryOf(story, "confirmation")).toMatchObject({
      state: "sent",
      deliveredAt: expect.any(String),
    });
  });

  test("counts: one that comes back was not kept, and a person hears of it once", async () => {
    const story = await booked();
    const { id } = await confirmation(story);
    expect((await story.post(`/local/mail/${id}/bounce`, {})).status).toBe(200);
    await story.post(`/local/mail/${id}/bounce`, {});
    expect(await entryOf(story, "confirmation")).toMatchObject({
      state: "bounced",
      bounce: { reason: "permanent-no-email" },
    });
    const [appointment] = await entries(story, "appointment");
    expect(appointment).toMatchObject({ promises: { confirmation: { state: "failed" } } });
    expect(await entries(story, "task")).toMatchObject([{ what: "send-bounced" }]);
  });

  test("holds up nothing else: the reminders still go out", async () => {
    const story = await booked();
    await story.post(`/local/mail/${(await confirmation(story)).id}/bounce`, {});
    await story.advance("P17D");
    const promises = (await story.mails()).map(({ promise }) => promise);
    for (const reminder of ["email-PT48H", "email-PT24H", "email-PT1H"])
      expect(promises.filter((each) => each === reminder)).toHaveLength(1);
  });

  test("can only be played for a mail that was sent", async () => {
    const story = await booked();
    expect((await story.post("/local/mail/nobody/bounce", {})).status).toBe(404);
  });
});
