import { describe, expect, test } from "vitest";
import type { Appointment } from "#core/appointment/appointment.ts";
import { isRefusal } from "#core/errors.ts";
import { deliver } from "#steps/deliver.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, begun, theAppointment, tryToBook } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const customer = { actor: "customer" } as const;

const move = (world: TestWorld, code: string, start: string, changes: object = {}) =>
  changeAppointment(world, taxdome(world), { code, start: at(start), by: customer, ...changes });

const cancelled = (world: TestWorld, code: string, changes: object = {}) =>
  cancelAppointment(world, taxdome(world), { code, by: customer, ...changes });

const done = (result: Appointment | { refused: string }): Appointment => {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result as Appointment;
};

/** Which cells are held, by whom: read from the host-day items alone. */
const cellsHeld = (world: TestWorld): Record<string, string> =>
  Object.fromEntries(
    world.table
      .all()
      .filter(({ pk }) => pk.includes("#host#"))
      .flatMap((item) =>
        Object.entries(item)
          .filter(([name]) => /^c\d{4}$/.test(name))
          .map(([name, code]) => [`${item.pk} ${item.sk} ${name}`, String(code)]),
      ),
  );

const remind = (world: TestWorld, code: string, version: number) =>
  deliver(world, { pack: "taxdome", code, version, promise: "email-PT48H" });

describe("a move", () => {
  test("voids the old time's promises and makes new ones; the old reminder can no longer be claimed", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    done(await move(world, code, "2026-12-15T09:00:00Z"));
    world.setNow("2026-12-08T09:00:00Z");
    await expect(remind(world, code, 1)).rejects.toMatchObject({ name: "Superseded" });
    world.setNow("2026-12-13T09:00:00Z");
    await remind(world, code, 2);
    expect(world.mails.map(({ at: sent, mail }) => [sent, mail.labels.kind])).toEqual([
      ["2026-12-13T09:00:00.000Z", "reminder"],
    ]);
  });

  test("to an earlier time makes its reminders fresh too", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    done(await move(world, code, "2026-12-04T09:00:00Z"));
    const { promises } = await theAppointment(world, code);
    expect(promises["email-PT48H"]).toMatchObject({ due: "2026-12-02T09:00:00.000Z", state: "open" });
  });

  test("by thirty minutes into its own cells keeps the shared ones and frees the rest", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    done(await move(world, code, "2026-12-10T09:30:00Z"));
    expect(Object.keys(cellsHeld(world)).map((cell) => cell.slice(-5))).toEqual([
      "c0930",
      "c0945",
      "c1000",
      "c1015",
    ]);
  });

  test("starts the new execution and stops the old one with a cause that says which took over", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    done(await move(world, code, "2026-12-15T09:00:00Z"));
    await begun(world, code, 2);
    expect(world.started.map(({ name }) => name)).toEqual([`${code}-v1-r1`, `${code}-v2-r1`]);
    expect(world.stopped).toEqual([
      { machine: "taxdome-appointment", name: `${code}-v1-r1`, cause: "Changed: version 2 took over" },
    ]);
  });

  test("keeps what became of the old version's promises", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-08T09:00:00Z");
    await remind(world, code, 1);
    done(await move(world, code, "2026-12-15T09:00:00Z"));
    const [old] = world.table.all().filter(({ type }) => type === "version");
    expect(old).toMatchObject({
      version: 1,
      start: "2026-12-10T09:00:00.000Z",
      promises: { "email-PT48H": { state: "kept" }, "email-PT24H": { state: "void", reason: "superseded" } },
    });
  });

  test("to another host tells the one that it is gone and the other that it has come", async () => {
    const world = aWorld();
    const quick = { sessionType: "quick-assist", start: at("2026-12-10T09:00:00Z") };
    const { code, host } = await aBookedAppointment(world, { ...quick, host: "lucia" });
    const [other] = (taxdome(world).policy.appointments?.sessionTypes ?? [])
      .filter(({ id }) => id === "quick-assist")
      .flatMap(({ hosts }) => hosts.filter((each) => each !== host));
    await begun(world, code);
    done(await move(world, code, "2026-12-10T10:00:00Z", { host: other }));
    await begun(world, code, 2);
    expect(
      world.staffMails.map(({ mail }) => `${mail.labels.kind} ${mail.to.address.split("@")[0]}`),
    ).toEqual(["staff-booked lucia", "staff-cancelled lucia", `staff-booked ${other}`]);
  });

  test("to a time that somebody holds moves nothing", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const other = { name: "Other", email: "other@customer.example" };
    await aBookedAppointment(world, { start: at("2026-12-15T09:00:00Z"), customer: other });
    const before = JSON.stringify(world.table.all());
    expect(await move(world, code, "2026-12-15T09:30:00Z")).toMatchObject({ refused: "slot-taken" });
    expect(JSON.stringify(world.table.all())).toBe(before);
  });

  test("to the time that it has is told as such", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    expect(await move(world, code, "2026-12-10T09:00:00Z")).toMatchObject({ refused: "unchanged" });
  });

  test("in two tabs at once: one moves, the other hears that it has changed", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const results = await Promise.all([
      move(world, code, "2026-12-15T09:00:00Z", { version: 1 }),
      move(world, code, "2026-12-16T09:00:00Z", { version: 1 }),
    ]);
    expect(results.filter((result) => !isRefusal(result))).toHaveLength(1);
    expect(results.filter(isRefusal)).toEqual([expect.objectContaining({ refused: "changed-meanwhile" })]);
    expect(Object.keys(cellsHeld(world))).toHaveLength(4);
  });

  test("of two sessions into each other's time is refused while both hold theirs, and nothing is orphaned", async () => {
    const world = aWorld();
    const first = await aBookedAppointment(world);
    const other = { name: "Other", email: "other@customer.example" };
    const second = await aBookedAppointment(world, { start: at("2026-12-15T09:00:00Z"), customer: other });
    await Promise.all([
      move(world, first.code, "2026-12-15T09:00:00Z"),
      move(world, second.code, "2026-12-10T09:00:00Z"),
    ]);
    expect(Object.values(cellsHeld(world)).sort()).toEqual(
      [first.code, second.code].sort().flatMap((code) => Array<string>(4).fill(code)),
    );
  });
});

describe("the notice", () => {
  test.each([
    ["exactly 24 hours before is in time", "2026-12-09T09:00:00.000Z", "in-time"],
    ["a millisecond less is late", "2026-12-09T09:00:00.001Z", "late"],
    ["a minute before the start is late, and works all the same", "2026-12-10T08:59:00.000Z", "late"],
  ])("%s", async (_, now, notice) => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow(now);
    const after = done(await cancelled(world, code));
    expect(after.revision).toMatchObject({ action: "cancelled", wish: "customer", notice });
    const entry = world.table.all().find(({ action }) => action === "cancelled");
    expect(entry).toMatchObject({ notice, actor: "customer", at: now });
    expect(cellsHeld(world)).toEqual({});
  });

  test("does not matter when the host falls ill: the wish is the company's own", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T08:00:00Z");
    const by = { actor: "staff:anna", reason: "ill" } as const;
    expect(done(await cancelled(world, code, { by })).revision).toMatchObject({
      wish: "staff",
      notice: "in-time",
    });
  });

  test("does not matter to a customer whose session the company moved to so soon that none was left", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-01T10:00:00Z");
    done(await move(world, code, "2026-12-02T09:00:00Z", { by: { actor: "staff:anna" } }));
    world.setNow("2026-12-02T08:00:00Z");
    expect(done(await cancelled(world, code)).revision).toMatchObject({
      wish: "customer",
      notice: "in-time",
    });
  });

  test("counts when staff act on the customer's word", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T08:00:00Z");
    const by = { actor: "staff:anna", onBehalfOf: "customer" } as const;
    expect(done(await cancelled(world, code, { by })).revision).toMatchObject({
      wish: "customer",
      notice: "late",
    });
  });
});

describe("a cancellation", () => {
  test("frees the slot at once, and tells customer and host, once each", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await begun(world, code);
    done(await cancelled(world, code));
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep(world);
    expect(world.mails.map(({ mail }) => mail.labels.kind)).toEqual(["confirmation", "cancelled"]);
    expect(world.staffMails.map(({ mail }) => mail.labels.kind)).toEqual(["staff-booked", "staff-cancelled"]);
    expect(await tryToBook(world)).toHaveProperty("code");
  });

  test("lets no reminder be claimed any more, also not by the sweeper", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    done(await cancelled(world, code));
    world.setNow("2026-12-08T09:10:00Z");
    await expect(remind(world, code, 1)).rejects.toMatchObject({ name: "Superseded" });
    await sweep(world);
    expect(world.mails.map(({ mail }) => mail.labels.kind)).toEqual(["cancelled"]);
  });

  test("whose mails could not go out at once owes them, and the sweeper sends them", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.sendings.push({ outcome: "throttled", reason: "Throttling" });
    done(await cancelled(world, code));
    expect(world.mails).toEqual([]);
    await sweep(world);
    expect(world.mails.map(({ mail }) => mail.labels.kind)).toEqual(["cancelled"]);
  });

  test("cannot be had twice, nor after the start", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T09:00:00Z");
    expect(await cancelled(world, code)).toMatchObject({ refused: "already-over" });
    world.setNow("2026-12-10T08:59:59Z");
    done(await cancelled(world, code));
    expect(await cancelled(world, code)).toMatchObject({ refused: "already-over" });
  });

  test("at the very moment of a reminder: whichever committed first decides, and never both against each other", async () => {
    for (const first of ["reminder", "cancellation"]) {
      const world = aWorld();
      const { code } = await aBookedAppointment(world);
      world.setNow("2026-12-08T09:00:00Z");
      const acts = [() => remind(world, code, 1), () => cancelled(world, code)];
      if (first === "cancellation") acts.reverse();
      await Promise.allSettled(acts.map((act) => act()));
      const claim = world.table.all().find(({ sk }) => sk.startsWith("send#1#email-PT48H"));
      expect(world.mails.filter(({ mail }) => mail.labels.kind === "reminder")).toHaveLength(claim ? 1 : 0);
      expect((await theAppointment(world, code)).status).toBe("cancelled");
    }
  });
});
