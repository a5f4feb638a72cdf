import { expect, test } from "vitest";
import { calendarFile } from "#adapters/calendar-file.ts";
import { deliver } from "#steps/deliver.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { aCalendar } from "../adapters/calendar-client.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const by = { actor: "customer" } as const;

/** What the customer's mail program hands to the calendar: the files of all mails so far, as they were sent. */
const filesFor = (world: TestWorld, address: string): string[] =>
  world.mails.flatMap(({ at: sent, mail }) =>
    mail.to.address === address && mail.calendar !== undefined
      ? [calendarFile(mail.calendar, { name: mail.fromName, address: "service@kept.example" }, mail.to, sent)]
      : [],
  );

test("a customer's calendar ends with one cancelled event after a booking, two moves and a cancellation", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  const tell = (version: number) =>
    deliver(world, { pack: "taxdome", code, version, promise: "confirmation" });
  await tell(1);
  for (const [version, start] of [
    [2, "2026-12-15T09:00:00Z"],
    [3, "2026-12-10T09:30:00Z"],
  ] as const) {
    await changeAppointment(world, taxdome(world), { code, start: at(start), by });
    await tell(version);
  }
  await cancelAppointment(world, taxdome(world), { code, by });

  const files = filesFor(world, "noor@customer.example");
  expect(files).toHaveLength(4);
  const calendar = aCalendar();
  for (const file of files) calendar.takeIn(file);
  expect(calendar.events()).toMatchObject([
    { status: "CANCELLED", sequence: 3, start: "2026-12-10T09:30:00.000Z" },
  ]);
});

test("a reminder and what the host is told carry no calendar file", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  world.setNow("2026-12-08T09:00:00Z");
  await deliver(world, { pack: "taxdome", code, version: 1, promise: "email-PT48H" });
  expect(world.mails.length).toBeGreaterThan(0);
  expect(world.mails.flatMap(({ mail }) => mail.calendar ?? [])).toEqual([]);
});
