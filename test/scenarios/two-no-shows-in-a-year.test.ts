import { expect, test } from "vitest";
import { type Answered, aBooking, appointments, aStory, type SentMail, type Story } from "./world.ts";

interface Booked {
  readonly id: string;
  readonly code?: string;
  readonly notBefore?: string;
}

interface Standing {
  readonly consequence: { readonly kind: string; readonly date: string } | null;
  readonly strikes: { readonly id: string; readonly counts: boolean }[];
  readonly bookings: { readonly id: string }[];
}

const manager = { authorization: "Bearer local:eva" };
const anna = { authorization: "Bearer local:anna:staff:taxdome" };
const noor = `/v1/taxdome/staff/customers/${encodeURIComponent("noor@customer.example")}`;

const booked = (story: Story, start: string, more: object = {}): Promise<Answered<Booked>> =>
  story.post<Booked>(appointments, aBooking(start, more));

const tokenIn = ({ text }: SentMail): string => /#([\w.-]+)/.exec(text)?.[1] ?? "";

/** Books, and cancels five hours before by the link in the confirmation: that counts as a no-show (§3). */
const missed = async (story: Story, now: string, start: string): Promise<string> => {
  await story.advanceTo(now);
  const { id } = (await booked(story, start)).body;
  await story.advance("PT1M");
  const confirmation = (await story.mails()).findLast(({ kind }) => kind === "confirmation");
  if (confirmation === undefined) throw new Error("no confirmation came");
  await story.advanceTo(start.replace("T09:", "T04:"));
  const cancelled = await story.post(
    "/v1/link/cancel",
    { version: 1 },
    { "kept-link": tokenIn(confirmation) },
  );
  expect(cancelled.status).toBe(200);
  return id;
};

/** Stays away; a member of staff says so an hour after the start. */
const stayedAway = async (story: Story, now: string, start: string): Promise<void> => {
  await story.advanceTo(now);
  const { id } = (await booked(story, start)).body;
  await story.advanceTo(start.replace("T09:", "T10:"));
  const said = { outcome: "no-show" };
  const recorded = await story.post(`/v1/taxdome/staff/appointments/${id}/outcome`, said, anna);
  expect(recorded.status).toBe(200);
};

const letters = async (story: Story): Promise<string[]> =>
  (await story.mails()).map(({ kind }) => kind).filter((kind) => kind.startsWith("no-show"));

test("§4 in one year: a warning, then no session before six months after the second, then a session again", async () => {
  const story = await aStory("2027-01-04T08:00:00Z");
  await missed(story, "2027-01-11T08:00:00Z", "2027-01-14T09:00:00Z");
  expect(await letters(story)).toEqual(["no-show-warning"]);
  await stayedAway(story, "2027-05-10T08:00:00Z", "2027-05-13T09:00:00Z");
  expect(await letters(story)).toEqual(["no-show-warning", "no-show-consequence"]);
  const early = await booked(story, "2027-06-14T09:00:00Z");
  expect(early).toMatchObject({
    status: 403,
    body: { code: "not-before", notBefore: "2027-11-13T10:00:00.000Z" },
  });
  await story.advanceTo("2027-11-08T08:00:00Z");
  expect((await booked(story, "2027-11-12T10:00:00Z")).status).toBe(403);
  expect((await booked(story, "2027-11-15T10:00:00Z")).status).toBe(201);
});

test("a manager waives the first of two: the customer is told, and books the next day", async () => {
  const story = await aStory("2027-01-04T08:00:00Z");
  const first = await missed(story, "2027-01-11T08:00:00Z", "2027-01-14T09:00:00Z");
  const second = await missed(story, "2027-02-08T08:00:00Z", "2027-02-11T09:00:00Z");
  expect((await story.get<Standing>(noor, anna)).body).toMatchObject({
    consequence: { kind: "not-before", date: "2027-08-11T08:00:00.000Z" },
    strikes: [{ id: first }, { id: second }],
  });
  const waiver = `/v1/taxdome/staff/strikes/${first}/waive`;
  expect((await story.post(waiver, { reason: "Our mail came too late" }, anna)).status).toBe(403);
  expect((await story.post(waiver, {}, manager)).status).toBe(400);
  const waived = await story.post<Standing>(waiver, { reason: "Our mail came too late" }, manager);
  expect(waived).toMatchObject({
    status: 200,
    body: {
      consequence: null,
      strikes: [
        { id: first, counts: false },
        { id: second, counts: true },
      ],
    },
  });
  expect(await letters(story)).toEqual(["no-show-warning", "no-show-consequence", "no-show-waived"]);
  expect((await booked(story, "2027-02-18T09:00:00Z")).status).toBe(201);
});
