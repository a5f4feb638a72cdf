import { describe, expect, test } from "vitest";
import { createLinks } from "#adapters/links.ts";
import { appointmentLink } from "#core/appointment/links.ts";
import type { Item } from "#core/table.ts";
import { day, hour, instant, minute, plus } from "#core/time.ts";
import { end } from "#steps/end-appointment.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, theAppointment, tryToBook } from "../builders/booking.ts";
import { heads } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { aStage, type Stage } from "./stage.ts";

const expiring = ({ world }: Stage): Item[] =>
  world.table.all().filter((item) => item["expiresAt"] !== undefined);

const remove = async ({ world }: Stage, items: readonly Item[]): Promise<void> => {
  for (const { pk, sk } of items) await world.table.commit([{ delete: { pk, sk }, if: { exists: true } }]);
};

describe("TTL removes an item late (2 days) or early", () => {
  test("early: the same request again finds its slot taken, and another may book as ever", async () => {
    const stage = aStage();
    await tryToBook(stage.world, {}, "k");
    expect(expiring(stage)).not.toHaveLength(0);
    await remove(stage, expiring(stage));
    expect(await tryToBook(stage.world, {}, "k")).toMatchObject({ refused: "slot-taken" });
    const later = await tryToBook(stage.world, { start: instant("2026-12-11T09:00:00Z") });
    expect(later).toMatchObject({ status: "booked" });
    await stage.rest();
    expect(judge(stage.evidence())).toEqual([]);
  });

  test("late: what should be gone still answers the same, and does no harm", async () => {
    const stage = aStage();
    const first = await tryToBook(stage.world, {}, "k");
    await stage.pass(4 * day);
    expect(await tryToBook(stage.world, {}, "k")).toEqual(first);
    await stage.rest();
    expect(judge(stage.evidence())).toEqual([]);
  });

  test("nothing that a promise needs expires at all", async () => {
    const stage = aStage();
    await aBookedAppointment(stage.world);
    await stage.pass(7 * day + hour);
    const kinds = new Set(expiring(stage).map(({ type }) => type));
    for (const kind of ["appointment", "send", "change", "version", "task"])
      expect(kinds).not.toContain(kind);
  });
});

test("Secret/key rotated while links are out", async () => {
  let now = instant("2026-12-01T08:00:00Z");
  const keys = [{ id: "1", secret: "the first secret" }];
  const settings = { site: "https://kept.example", mailDomain: "kept.example" };
  const links = createLinks({ ...settings, keys: async () => keys, now: () => now });
  const claim = appointmentLink(
    { pack: "taxdome", code: "ABCDEFG", end: instant("2026-12-10T10:00:00Z") },
    "mail",
  );
  const old = await links.token(claim);
  keys.unshift({ id: "2", secret: "the second secret" });
  const fresh = await links.token(claim);
  expect(fresh).not.toBe(old);
  expect(await links.verify(old)).toEqual(claim);
  expect(await links.verify(fresh)).toEqual(claim);
  now = plus(claim.expires, 0);
  expect(await links.verify(old)).toBeUndefined();
  now = instant("2026-12-02T08:00:00Z");
  keys.pop();
  expect(await links.verify(old)).toBeUndefined();
  expect(await links.verify(fresh)).toEqual(claim);
});

describe("the sweeper", () => {
  test("run a hundred times in a row changes nothing after the first", async () => {
    const stage = aStage();
    stage.clockwork.startFailures.push(new Error("lost"));
    await aBookedAppointment(stage.world);
    stage.world.setNow("2026-12-09T12:00:00Z");
    await sweep(stage.world);
    const { length } = stage.commits;
    expect(length).toBeGreaterThan(1);
    for (let sweeps = 0; sweeps < 100; sweeps += 1) await sweep(stage.world);
    expect(stage.commits).toHaveLength(length);
  });

  test("finds a start that was lost within two sweeps", async () => {
    const stage = aStage();
    stage.clockwork.startFailures.push(new Error("lost"), new Error("lost again"));
    const { code } = await aBookedAppointment(stage.world);
    expect(stage.clockwork.inputs).toEqual([]);
    await stage.pass(5 * minute);
    await stage.pass(5 * minute);
    expect(stage.clockwork.inputs.map((input) => JSON.parse(input) as unknown)).toEqual([
      expect.objectContaining({ code, version: 1 }),
    ]);
  });

  test("does within fifteen minutes what a lost execution did not", async () => {
    const stage = aStage();
    const { code } = await aBookedAppointment(stage.world);
    await stage.pass(hour);
    stage.clockwork.lose();
    await stage.pass(7 * day + 15 * minute);
    const { promises } = await theAppointment(stage.world, code);
    expect(promises["email-PT48H"]).toMatchObject({ state: "late", at: "2026-12-08T09:15:00.000Z" });
  });

  test("settles what was still open when its session ended, after an outage in which nothing else ran", async () => {
    const stage = aStage();
    const { code } = await aBookedAppointment(stage.world);
    stage.world.setNow("2026-12-10T10:00:00Z");
    await end(stage.world, { pack: "taxdome", code, version: 1 });
    expect(heads(stage.world.table.all())[0]).toHaveProperty("wakeAt");
    await sweep(stage.world);
    const { promises } = await theAppointment(stage.world, code);
    const due = Object.values(promises).filter((each) => each.due <= stage.world.now());
    expect(due.filter(({ state }) => state === "open")).toEqual([]);
    await stage.rest();
    expect(judge(stage.evidence())).toEqual([]);
  });
});
