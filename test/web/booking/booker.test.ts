import { describe, expect, it, vi } from "vitest";
import type { Client } from "../../../web/booking/client.ts";
import { aCompany, aSlot, aWidget, noor } from "./fixtures.ts";

const nine = aSlot("2026-12-14T08:00:00.000Z");
const ten = aSlot("2026-12-14T09:00:00.000Z");
const time = { start: ten.start, end: ten.end };
const refusing = (failed: string, more: object = {}) =>
  vi.fn<Client["book"]>(async () => ({ failed, ...more }));
const booked = { id: "B", code: "ABC1234", start: ten.start, end: ten.end, host: "anna", link: "a.secret" };

describe("the days", () => {
  it("begin with the first four weeks in which anything is free, on the first day that is", async () => {
    const slots = vi
      .fn<Client["slots"]>()
      .mockResolvedValueOnce({ found: [] })
      .mockResolvedValueOnce({ found: [aSlot("2027-01-04T09:00:00.000Z")] });
    const { choosing, client } = await aWidget([], { slots });
    expect(client.slots.mock.calls.map(([, , from, to]) => [from, to])).toEqual([
      ["2026-11-30", "2026-12-28"],
      ["2026-12-28", "2027-01-25"],
    ]);
    expect(choosing()).toMatchObject({ first: "2026-12-28", day: "2027-01-04" });
  });

  it("end with what the company lets be booked: where nothing is free at all, the first weeks are shown", async () => {
    const { choosing, client } = await aWidget([]);
    expect(client.slots.mock.calls.map(([, , from]) => from)).toEqual([
      "2026-11-30",
      "2026-12-28",
      "2027-01-25",
    ]);
    expect(choosing()).toMatchObject({ first: "2026-11-30", day: undefined });
  });

  it("that were asked for last are shown, in whatever order the answers come", async () => {
    const { booker, choosing, client } = await aWidget([ten]);
    const late = Promise.withResolvers<{ found: [] }>();
    client.slots.mockReturnValueOnce(late.promise);
    const slow = booker.turn(1);
    await booker.turn(-1);
    late.resolve({ found: [] });
    await slow;
    expect(choosing()).toMatchObject({ first: "2026-11-30", day: "2026-12-14" });
  });

  it("can be asked for again when nobody answered", async () => {
    const slots = vi.fn<Client["slots"]>(async () => ({ found: [ten] }));
    slots.mockResolvedValueOnce({ failed: "away" });
    const { booker, choosing } = await aWidget([], { slots });
    expect(choosing().times).toBe("away");
    await booker.turn(0);
    expect(choosing().day).toBe("2026-12-14");
  });
});

describe("a booking", () => {
  it("sends the version of the terms that was shown, and tells the host page no name and no token", async () => {
    const book = vi.fn<Client["book"]>(async () => ({ found: booked }));
    const { booker, now, told } = await aWidget([ten], { book });
    booker.choose(time);
    await booker.submit(noor);
    expect(book).toHaveBeenCalledExactlyOnceWith({
      sessionType: "implementation",
      start: ten.start,
      customer: noor.customer,
      language: "nl",
      timeZone: "Europe/Amsterdam",
      termsVersion: "2024-06-06",
    });
    expect(now()).toMatchObject({ at: "booked", email: "noor@customer.example" });
    expect(told.map(([event]) => event)).toEqual(["ready", "chosen", "booked"]);
    expect(JSON.stringify(told)).not.toMatch(/noor|secret/i);
  });

  it("is sent once, however often the button is pressed before there is an answer", async () => {
    const answer = Promise.withResolvers<{ found: typeof booked }>();
    const book = vi.fn<Client["book"]>(() => answer.promise);
    const { booker } = await aWidget([ten], { book });
    booker.choose(time);
    const presses = [booker.submit(noor), booker.submit(noor)];
    answer.resolve({ found: booked });
    await Promise.all(presses);
    expect(book).toHaveBeenCalledOnce();
  });

  it.each(["slot-taken", "not-offered", "too-soon"])(
    "of a time that is gone (%s) offers the nearest",
    async (code) => {
      const { booker, choosing, client } = await aWidget([nine, ten], { book: refusing(code) });
      booker.choose(time);
      client.slots.mockResolvedValue({ found: [nine] });
      await booker.submit(noor);
      expect(choosing()).toMatchObject({ chosen: undefined, nearest: [{ start: nine.start }] });
      expect(choosing().told?.text).toBe(code === "slot-taken" ? "slot-taken" : "slot-gone");
      expect(client.slots.mock.calls.slice(-1)[0]?.slice(2)).toEqual(["2026-11-30", "2026-12-29"]);
    },
  );

  it("that costs something is asked about, and sent again only with the word of who pays", async () => {
    const fee = { amount: "50.00", currency: "EUR" };
    const book = refusing("fee-required", { fee });
    const { booker, choosing } = await aWidget([ten], { book });
    booker.choose(time);
    await booker.submit(noor);
    expect(choosing()).toMatchObject({ chosen: time, fee, told: { text: "fee-required" } });
    book.mockResolvedValue({ found: booked });
    await booker.submit({ ...noor, feeAccepted: true });
    expect(book.mock.calls.map(([{ feeAccepted }]) => feeAccepted)).toEqual([undefined, true]);
  });

  it("under terms that have changed shows the new ones, and sends their version with the next press", async () => {
    const book = refusing("terms-not-current");
    const { booker, client } = await aWidget([ten], { book });
    booker.choose(time);
    const terms = { version: "2027-01-01", url: "https://taxdome.example/new" };
    client.company.mockResolvedValue({ found: aCompany({ terms }) });
    await booker.submit(noor);
    await booker.submit(noor);
    expect(book.mock.calls.map(([{ termsVersion }]) => termsVersion)).toEqual(["2024-06-06", "2027-01-01"]);
  });

  it.each([
    [
      "not-before",
      { notBefore: "2027-06-01T08:00:00Z" },
      { text: "not-before", fields: { date: "dinsdag 1 juni 2027" } },
    ],
    ["restricted", {}, { text: "restricted", fields: { company: "TaxDome" } }],
    ["not-entitled", {}, { text: "not-entitled" }],
    ["too-many", {}, { text: "too-many" }],
    ["invalid-request", { place: "customer.phone" }, { text: "wrong", wrong: "phone" }],
    ["away", {}, { text: "unclear" }],
    ["fault", {}, { text: "fault" }],
    ["something-new", {}, { text: "fault" }],
    ["something-new", { message: "Dit kan niet." }, { words: "Dit kan niet." }],
  ])("that is refused (%s) says why, and leaves all as it was chosen", async (code, more, told) => {
    const { booker, choosing } = await aWidget([ten], { book: refusing(code, more) });
    booker.choose(time);
    await booker.submit(noor);
    expect(choosing()).toMatchObject({ chosen: time, told });
  });
});

describe("a place on the waiting list", () => {
  it("is for days of which the last one counts too", async () => {
    const place = { id: "W", code: "WAIT123", from: "2026-12-01", to: "2026-12-15", link: "o.secret" };
    const wait = vi.fn<Client["wait"]>(async () => ({ found: place }));
    const { booker, now, told } = await aWidget([], { wait });
    booker.wish("wait");
    await booker.submit(noor);
    expect(wait.mock.calls[0]?.[0]).toMatchObject({ from: "2026-12-01", to: "2026-12-15" });
    expect(now()).toMatchObject({ at: "waiting", place });
    expect(told.at(-1)?.[0]).toBe("waiting");
  });

  it.each([
    ["already-waiting", "already-waiting"],
    ["span-over", "span-over"],
    ["span-empty", "span-wrong"],
    ["span-too-long", "span-wrong"],
  ])("that cannot be had (%s) says so", async (failed, text) => {
    const { booker, choosing } = await aWidget([], { wait: async () => ({ failed }) });
    booker.wish("wait");
    await booker.submit(noor);
    expect(choosing().told?.text).toBe(text);
  });
});

it("says that nothing can be booked at a company that takes no appointments, and that it can be tried again otherwise", async () => {
  for (const [failed, why] of [
    ["no-appointments", "shut"],
    ["unknown-pack", "shut"],
    ["away", "away"],
    ["busy", "away"],
  ]) {
    const { now } = await aWidget([], { company: async () => ({ failed: failed! }) });
    expect(now()).toEqual({ at: "shut", why });
  }
});
