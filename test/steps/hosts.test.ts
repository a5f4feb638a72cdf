import { expect, test } from "vitest";
import { calendarDate } from "#core/calendar.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { findSlots } from "#steps/slots.ts";
import { aBookedAppointment, tryToBook } from "../builders/booking.ts";
import { aWorld, type TestWorld, taxdome } from "../builders/world.ts";

/** Quick assist is given by Lucía (Spanish, English) and Daan (Dutch, German, English). */
const quick = { sessionType: "quick-assist", language: "en" } as const;

const hostAt = async (world: TestWorld, start: string, changes = {}): Promise<string> =>
  (await aBookedAppointment(world, { ...quick, start: instant(start), ...changes })).host;

const slotsOn = async (world: TestWorld, date: string, sessionType: string, language?: "nl" | "es") => {
  const to = calendarDate(new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10));
  const asked = { sessionType, from: calendarDate(date), to, timeZone: "Europe/Amsterdam", language };
  const slots = await findSlots(world, taxdome(world).policy, asked);
  if (isRefusal(slots)) throw new Error(slots.refused);
  return slots;
};

test("sessions that name no host go in turn to whoever has less to do that week", async () => {
  const world = aWorld();
  const hosts = [];
  for (const hours of ["09:00", "09:30", "10:00", "10:30"])
    hosts.push(await hostAt(world, `2026-12-10T${hours}:00Z`));
  expect(hosts).toEqual(["lucia", "daan", "lucia", "daan"]);
});

test("the second who books the same time gets the other host, and the third is told that it is taken", async () => {
  const world = aWorld();
  const start = "2026-12-10T10:00:00Z";
  expect([await hostAt(world, start), await hostAt(world, start)]).toEqual(["lucia", "daan"]);
  expect(await tryToBook(world, { ...quick, start: instant(start) })).toMatchObject({
    refused: "slot-taken",
  });
});

test("a customer is given a host who speaks their language, unless they name another", async () => {
  const world = aWorld();
  const start = "2026-12-10T10:00:00Z";
  expect(await hostAt(world, start, { language: "nl" })).toBe("daan");
  expect(await hostAt(world, start, { language: "nl", host: "lucia" })).toBe("lucia");
});

test("and when all who speak it are taken, one who does not rather than none", async () => {
  const world = aWorld();
  const start = "2026-12-10T10:00:00Z";
  expect(await hostAt(world, start, { language: "nl" })).toBe("daan");
  expect(await hostAt(world, start, { language: "nl" })).toBe("lucia");
});

test("who closes for a public holiday of their region is not offered then", async () => {
  const world = aWorld();
  const hostsOn = async (date: string) => [
    ...new Set((await slotsOn(world, date, "quick-assist")).map(({ host }) => host)),
  ];
  expect(await hostsOn("2026-12-08")).toEqual(["daan"]);
  expect((await hostsOn("2026-12-09")).toSorted()).toEqual(["daan", "lucia"]);
  expect(await hostsOn("2026-12-25")).toEqual([]);
});

test("slots can be asked for in a language", async () => {
  const world = aWorld();
  const slots = await slotsOn(world, "2026-12-10", "quick-assist", "es");
  expect(new Set(slots.map(({ host }) => host))).toEqual(new Set(["lucia"]));
});
