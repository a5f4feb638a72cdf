import { describe, expect, test } from "vitest";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { readPolicy } from "#core/policy/read.ts";
import solarDocument from "#policies/solar.json" with { type: "json" };
import { registerCase } from "#steps/case/register.ts";
import { readPromises } from "#steps/promises.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { aBookedAppointment, begun } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const december = { from: at("2026-12-01T00:00:00Z"), to: at("2027-01-01T00:00:00Z") };
const mailed = { actor: "customer", proven: true } as const;

const ledger = (world: TestWorld, span = december) => readPromises(world, "taxdome", span);

const states = async (world: TestWorld, span = december): Promise<string[]> =>
  (await ledger(world, span)).rows.map(({ version, promise, state }) => `${version} ${promise} ${state}`);

const read = readPolicy(solarDocument);
if ("mistakes" in read) throw new Error("the solar policy has mistakes");
const solar: DeployedPolicy = { policy: read.policy, version: "solar@1" };

const aSolarWorld = (): TestWorld => ({
  ...aWorld(),
  policies: { current: () => solar, version: async () => solar.policy },
});

const aCase = (world: TestWorld, receivedAt: string, key = world.newId()) => {
  const customer = { name: "Noor Bakker", email: "noor@customer.example" };
  const request = {
    kind: "complaint",
    fields: {},
    customer,
    language: "nl",
    channel: "phone",
    receivedAt: at(receivedAt),
    actor: "staff:eva",
  } as const;
  return registerCase(world, solar, request, { pack: "solar", key, fingerprint: key });
};

describe("the ledger of promises", () => {
  test("has every promise of an appointment, each with when it was made and by when it is due", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await begun(world, code);
    const { rows } = await ledger(world);
    expect(rows.find(({ promise }) => promise === "email-PT48H")).toEqual({
      promise: "email-PT48H",
      subject: code,
      about: "appointment",
      version: 1,
      pack: "taxdome",
      made: "2026-12-01T08:00:00.000Z",
      due: "2026-12-08T09:00:00.000Z",
      state: "open",
    });
    expect(rows.find(({ promise }) => promise === "staff-booked")).toMatchObject({
      state: "kept",
      at: "2026-12-01T08:00:00.000Z",
      evidence: expect.any(String),
    });
  });

  test("keeps the version that a change replaced, what was open of it void, beside the new one", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-02T08:00:00Z");
    await changeAppointment(world, taxdome(world), { code, start: at("2026-12-14T09:00:00Z"), by: mailed });
    const all = await states(world);
    expect(all).toContain("1 email-PT48H void");
    expect(all).toContain("2 email-PT48H open");
    expect(all.filter((each) => each.endsWith("email-PT48H open"))).toHaveLength(1);
  });

  test("finds what was cancelled, in the month in which each version was made, to the millisecond", async () => {
    const world = aWorld("2026-12-31T23:59:59.999Z");
    const { code } = await aBookedAppointment(world, { start: at("2027-01-12T09:00:00Z") });
    world.setNow("2027-01-01T00:00:00.000Z");
    await cancelAppointment(world, taxdome(world), { code, by: mailed });
    expect(new Set((await ledger(world)).rows.map(({ version }) => version))).toEqual(new Set([1]));
    const january = { from: december.to, to: at("2027-02-01T00:00:00Z") };
    expect(await states(world, january)).toContain("2 cancelled kept");
    expect((await ledger(world, { from: december.from, to: january.to })).rows.length).toBe(
      (await ledger(world)).rows.length + (await ledger(world, january)).rows.length,
    );
  });

  test("comes in pages that leave nothing out and tell nothing twice, also of many at one moment", async () => {
    const world = aSolarWorld();
    const numbers = Array.from({ length: 130 }, (_, nth) => (nth < 110 ? 0 : nth));
    for (const nth of numbers)
      await aCase(world, new Date(Date.parse("2026-11-10T08:00:00Z") + nth * 1000).toISOString());
    let from = at("2026-11-01T00:00:00Z");
    const found: string[] = [];
    for (let page = 0; page < 5; page += 1) {
      const { rows, next } = await readPromises(world, "solar", { from, to: december.from });
      found.push(...rows.filter(({ promise }) => promise.startsWith("Ack")).map(({ subject }) => subject));
      if (next === undefined) break;
      from = next;
    }
    expect([found.length, new Set(found).size]).toEqual([130, 130]);
  });

  test("calls a milestone as staff do, and counts it from the receipt", async () => {
    const world = aSolarWorld();
    await aCase(world, "2026-11-30T09:00:00Z");
    const november = { from: at("2026-11-01T00:00:00Z"), to: december.from };
    const { rows } = await readPromises(world, "solar", november);
    expect(rows.filter(({ promise }) => / within /.test(promise))).toMatchObject([
      { promise: "Acknowledge within 7 working days", made: "2026-11-30T09:00:00.000Z", state: "open" },
      { promise: "Resolve within 30 working days", state: "open" },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Noor|noor|@/);
  });
});
