import { expect, test, vi } from "vitest";
import type * as documents from "#adapters/documents.ts";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

// A policy that asks fifty at once: the largest group that there can be. The world runs the handlers' sources in this process.
vi.mock("#adapters/documents.ts", async (original) => {
  const { readDocument } = await original<typeof documents>();
  return {
    readDocument: (name: string) => (name === "taxdome" ? grouped(readDocument(name)) : readDocument(name)),
  };
});

const grouped = (policy: object): object => {
  const { appointments } = policy as { appointments: { waitingList: object } };
  const waitingList = { ...appointments.waitingList, groupSize: 50 };
  return { ...policy, appointments: { ...appointments, waitingList } };
};

const people = Array.from({ length: 50 }, (_, number) => `p${number}`);

const waits = async (story: Story, person: string): Promise<string> => {
  const { status, body } = await story.post("/v1/taxdome/waitlist", {
    sessionType: "implementation",
    from: "2026-12-14",
    to: "2026-12-19",
    customer: { name: person, email: `${person}@customer.example` },
    language: "en",
    timeZone: "Europe/Amsterdam",
  });
  expect(status).toBe(201);
  return String(body["link"]);
};

test("fifty are offered one slot and press at the same moment: one has it, and forty-nine hear that it is taken", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const { body } = await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
  const links: string[] = [];
  for (const person of people) links.push(await waits(story, person));
  const given = await story.post("/v1/link/cancel", { version: 1 }, { "kept-link": String(body["link"]) });
  expect(given.status).toBe(200);
  await story.advance("PT1M");
  expect((await story.mails()).filter(({ kind }) => kind === "offer")).toHaveLength(50);
  const answers = await Promise.all(
    links.map((link) => story.post("/v1/link/accept", { version: 2 }, { "kept-link": link })),
  );
  const told = answers.map(({ status, body: said }) => `${status} ${String(said["code"] ?? said["status"])}`);
  expect(told.filter((each) => each === "200 booked")).toHaveLength(1);
  expect(told.filter((each) => each === "409 offer-taken")).toHaveLength(49);
  const booked = (await story.items()).filter(
    ({ type, status }) => type === "appointment" && status === "booked",
  );
  expect(booked).toHaveLength(1);
}, 120_000);
