import { describe, expect, test } from "vitest";
import { hour, plus } from "#core/time.ts";
import { book } from "#steps/book.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, aRequest, theAppointment, tryToBook } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

describe("a booking", () => {
  test("fixes every promise with its moment and the policy it came from", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const { promises, policy } = await theAppointment(world, code);
    expect(Object.fromEntries(Object.entries(promises).map(([id, { due }]) => [id, due]))).toEqual({
      confirmation: "2026-12-01T08:05:00.000Z",
      "email-PT48H": "2026-12-08T09:00:00.000Z",
      "email-PT24H": "2026-12-09T09:00:00.000Z",
      "email-PT1H": "2026-12-10T08:00:00.000Z",
      "sms-PT30M": "2026-12-10T08:30:00.000Z",
      "staff-booked": "2026-12-01T08:05:00.000Z",
    });
    expect(policy).toMatch(/^taxdome@[0-9a-f]{12}$/);
  });

  test("starts one execution that carries ids and instants, and nothing of the customer", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    expect(world.started).toHaveLength(1);
    expect(world.started[0]).toMatchObject({ machine: "taxdome-appointment", name: `${code}-v1-r1` });
    expect(world.started[0]?.input).not.toMatch(/noor|bakker|\+31/i);
  });

  test("tells the host, once", async () => {
    const world = aWorld();
    await aBookedAppointment(world);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep(world);
    expect(world.staffMails.map(({ mail }) => [mail.to.address, mail.labels.kind])).toEqual([
      ["anna@taxdome.example", "staff-booked"],
    ]);
  });

  test("is one of many at once for the same slot", async () => {
    const world = aWorld();
    const results = await Promise.all(Array.from({ length: 200 }, () => tryToBook(world)));
    expect(results.filter((result) => "code" in result)).toHaveLength(1);
    expect(results.filter((result) => "refused" in result && result.refused === "slot-taken")).toHaveLength(
      199,
    );
    expect(world.table.all().filter((item) => item["type"] === "appointment")).toHaveLength(1);
  });

  test("sent twice with one key is one appointment and one answer", async () => {
    const world = aWorld();
    const [first, second] = [await tryToBook(world, {}, "key"), await tryToBook(world, {}, "key")];
    expect(second).toEqual(first);
    expect(world.started).toHaveLength(1);
  });

  test("asks the table once before its transaction: for what is known of the customer", async () => {
    const world = aWorld();
    const asked: string[] = [];
    const get: TestWorld["table"]["get"] = (key) => {
      asked.push(key.pk);
      return world.table.get(key);
    };
    await tryToBook({ ...world, table: { ...world.table, get } });
    expect(asked).toEqual(["taxdome#customer#noor@customer.example"]);
  });

  test("sent twice at the same moment with one key is one appointment too", async () => {
    const world = aWorld();
    const results = await Promise.all([tryToBook(world, {}, "key"), tryToBook(world, {}, "key")]);
    expect(results[1]).toEqual(results[0]);
    expect(world.table.all().filter((item) => item["type"] === "appointment")).toHaveLength(1);
  });

  test.each([
    ["after its session has begun", async (world: TestWorld) => world.setNow("2026-12-10T09:30:00Z")],
    ["once its address may book no more", (world: TestWorld) => atItsLimit(world)],
  ])("sent again %s is answered as before", async (_when, passes) => {
    const world = aWorld();
    const booked = await tryToBook(world, {}, "key");
    await passes(world);
    expect(await tryToBook(world, {}, "another")).toHaveProperty("refused");
    expect(await tryToBook(world, {}, "key")).toEqual(booked);
  });

  test("with a used key and another body is refused", async () => {
    const world = aWorld();
    await tryToBook(world, {}, "key");
    expect(await tryToBook(world, { language: "de" }, "key")).toMatchObject({
      refused: "idempotency-mismatch",
    });
  });

  test("that was refused is not remembered: the key may be used again", async () => {
    const world = aWorld();
    await tryToBook(world, { termsVersion: "2019" }, "key");
    expect(await tryToBook(world, {}, "key")).toHaveProperty("code");
  });

  test("needs the terms in force", async () => {
    expect(await tryToBook(aWorld(), { termsVersion: "2019" })).toMatchObject({
      refused: "terms-not-current",
    });
  });

  test("three hours before skips at once what should have gone out by then", async () => {
    const world = aWorld("2026-12-10T06:00:00.000Z");
    const { promises } = await theAppointment(world, (await aBookedAppointment(world)).code);
    const passed = { state: "skipped", reason: "passed", at: "2026-12-10T06:00:00.000Z" };
    expect(promises["email-PT48H"]).toMatchObject(passed);
    expect(promises["email-PT24H"]).toMatchObject(passed);
    expect(promises["email-PT1H"]?.state).toBe("open");
  });

  test("has one audit entry, which says who did what and when", async () => {
    const world = aWorld();
    await aBookedAppointment(world);
    const entries = world.table.all().filter((item) => item["type"] === "change");
    expect(entries).toEqual([
      expect.objectContaining({ actor: "customer", action: "booked", at: at("2026-12-01T08:00:00Z") }),
    ]);
  });
});

describe("the caps", () => {
  test("an address holds five sessions to come; a cancelled one counts no more", async () => {
    const world = aWorld();
    const days = ["07", "08", "09", "10", "11"].map((day) => at(`2026-12-${day}T09:00:00Z`));
    const sixth = at("2026-12-14T09:00:00Z");
    const booked = [];
    for (const start of days) booked.push(await aBookedAppointment(world, { start }));
    expect(await tryToBook(world, { start: sixth })).toMatchObject({ refused: "too-many" });
    const by = { actor: "customer" } as const;
    await cancelAppointment(world, taxdome(world), { code: booked[4]?.code ?? "", version: 1, by });
    expect(await tryToBook(world, { start: sixth })).toHaveProperty("code");
  });

  test("ten bookings a day are made for one address, however many of them were cancelled", async () => {
    const world = aWorld();
    for (let count = 0; count < 10; count += 1) {
      const { code } = await aBookedAppointment(world);
      await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer" } });
    }
    expect(await tryToBook(world)).toMatchObject({ refused: "too-many" });
    world.pass(24 * hour);
    expect(await tryToBook(world)).toHaveProperty("code");
  });

  test("attempts do not count", async () => {
    const world = aWorld();
    await aBookedAppointment(world, { customer: { name: "Other", email: "other@customer.example" } });
    for (let count = 0; count < 20; count += 1)
      expect(await tryToBook(world)).toMatchObject({ refused: "slot-taken" });
    expect(await tryToBook(world, { start: at("2026-12-11T09:00:00Z") })).toHaveProperty("code");
  });

  test("thirty bookings an hour come from one network, for whomever; then it waits, and others do not", async () => {
    const world = aWorld();
    const from = (digest: string, person: number) => {
      const customer = { name: "P", email: `p${person}@customer.example` };
      const start = plus(
        at("2026-12-07T08:00:00Z"),
        Math.floor(person / 3) * 24 * hour + (person % 3) * hour,
      );
      const request = aRequest({ start, customer });
      return book(
        world,
        taxdome(world),
        request,
        { pack: "taxdome", key: `k${person}`, fingerprint: "" },
        { digest },
      );
    };
    const results = [];
    for (let person = 0; person < 60; person += 1) results.push(await from("there", person));
    expect(results.filter((result) => "code" in result)).toHaveLength(30);
    expect(await from("there", 93)).toMatchObject({ refused: "too-many" });
    expect(await from("elsewhere", 93)).toHaveProperty("code");
  });

  test("many bookings for one address at the same moment stay within them", async () => {
    const world = aWorld();
    const starts = ["08", "09", "10", "11", "13", "14"].map((hours) => at(`2026-12-10T${hours}:00:00Z`));
    const results = await Promise.allSettled(starts.map((start) => tryToBook(world, { start })));
    const made = results.filter((each) => each.status === "fulfilled" && "code" in each.value);
    expect(made.length).toBeLessThanOrEqual(5);
    expect(made.length).toBeGreaterThan(0);
  });
});

describe("an execution that could not be started", () => {
  test("is owed, and started by the sweeper, once", async () => {
    const world = aWorld();
    world.startFailures.push(new Error("throttled"));
    await aBookedAppointment(world);
    expect(world.started).toHaveLength(0);
    expect(await sweep(world)).toEqual({ done: 1, failed: 0 });
    expect(await sweep(world)).toEqual({ done: 0, failed: 0 });
    expect(world.started).toHaveLength(1);
  });

  test("does not keep the sweeper from the rest", async () => {
    const world = aWorld();
    world.startFailures.push(new Error("throttled"), new Error("throttled"));
    await aBookedAppointment(world);
    await aBookedAppointment(world, { start: at("2026-12-11T09:00:00Z") });
    world.startFailures.push(new Error("still throttled"));
    expect(await sweep(world)).toEqual({ done: 1, failed: 1 });
    world.pass(hour / 12);
    await sweep(world);
    expect(world.started).toHaveLength(2);
  });
});

/** Five sessions to come, the one that is sent again among them. */
const atItsLimit = async (world: TestWorld): Promise<void> => {
  for (const date of ["14", "15", "16", "17"])
    await aBookedAppointment(world, { start: at(`2026-12-${date}T09:00:00Z`) });
};
