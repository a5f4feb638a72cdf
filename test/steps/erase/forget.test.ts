import { describe, expect, test } from "vitest";
import { sharedKey } from "#core/customer/counted.ts";
import { isRefusal } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import { instant, minute } from "#core/time.ts";
import { readAudit } from "#steps/case/read-audit.ts";
import { forget } from "#steps/erase/forget.ts";
import { readPromises } from "#steps/promises.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { anIncident } from "../../builders/access.ts";
import { aBookedAppointment, begun, tryToBook } from "../../builders/booking.ts";
import { aCaseWorld, aRegisteredCase, staffAct, theCase } from "../../builders/case.ts";
import { forgotten, noor, type PersonalWorld, tracesOf, wish, withErasing } from "../../builders/erase.ts";
import { arrive, keptMails } from "../../builders/mail.ts";
import { aWorld, taxdome } from "../../builders/world.ts";

const bram = { name: "Bram de Wit", email: "bram@customer.example" };

const taxdomeWorld = () => withErasing(aWorld(), ["taxdome"]);
const solarWorld = () => withErasing(aCaseWorld(), ["solar"]);

const hers = [noor, "Noor", "+31612345678", "No output"];

/** One whose execution has told everybody. */
const aSession = async (world: PersonalWorld): Promise<string> => {
  const { code } = await aBookedAppointment(world);
  await begun(world, code);
  return code;
};

/** Dies at the n-th write from now on, as a process does; every later write works. */
const dyingAt = <World extends PersonalWorld>(world: World, nth: number): World => {
  let count = 0;
  const commit = async (writes: readonly Write[]) => {
    count += 1;
    if (count === nth) throw new Error("the process died");
    return world.table.commit(writes);
  };
  return { ...world, table: { ...world.table, commit } };
};

describe("a customer with something open", () => {
  test("is not forgotten before somebody has read what is open, and nothing is written until then", async () => {
    const world = taxdomeWorld();
    const code = await aSession(world);
    const before = world.table.all();
    const answer = await forget(world, taxdome(world), wish());
    expect(answer).toMatchObject({
      refused: "still-open",
      detail: expect.stringContaining(`session ${code}`),
    });
    expect(world.table.all()).toEqual(before);
  });

  test("is forgotten all the same where a manager says so: the session is cancelled, and host and customer hear of it", async () => {
    const world = taxdomeWorld();
    await aSession(world);
    expect(await forgotten(world, taxdome(world), { evenOpen: true })).toMatchObject({
      done: true,
      busy: [],
    });
    expect(world.mails.at(-1)?.mail.labels.kind).toBe("cancelled");
    expect(world.staffMails.at(-1)?.mail.labels.kind).toBe("staff-cancelled");
    expect(tracesOf(world, ...hers)).toEqual([]);
  });

  test("has a case closed that nobody answered, with word of it; the chain verifies, and what was promised is still counted", async () => {
    const world = solarWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "note", { text: "Noor called" });
    expect(await forget(world, world.deployed, wish())).toMatchObject({ refused: "still-open" });
    const come = await forgotten(world, world.deployed, { evenOpen: true });
    expect(come).toMatchObject({ done: true, codes: [number] });
    expect(world.mails.at(-1)?.mail.labels.kind).toBe("closed");
    expect(tracesOf(world, ...hers)).toEqual([]);
    const audit = await readAudit(world, { pack: "solar", number });
    expect([audit?.verified, audit?.entries.at(-1)]).toMatchObject([
      true,
      { action: "erased", actor: "staff:bram" },
    ]);
    const milestones = await promisesOf(world, "solar");
    expect(milestones.filter(({ state }) => state === "void").length).toBeGreaterThan(2);
    expect(milestones.filter(({ state }) => state === "broken")).toEqual([]);
  });
});

const promisesOf = async (world: PersonalWorld, pack: string) => {
  const asked = { from: instant("2026-11-01T00:00:00Z"), to: instant("2027-02-01T00:00:00Z") };
  return (await readPromises(world, pack, asked)).rows;
};

describe("forgetting", () => {
  test("goes on after a crash wherever it came, and a second time finds nothing", async () => {
    let died = 0;
    for (let nth = 1; nth < 60; nth += 2) {
      const world = taxdomeWorld();
      const code = await aSession(world);
      await anIncident(world);
      await arrive(world, ["support@taxdome.example"], { text: "Noor here", subject: "Hello" });
      const company = taxdome(world);
      await forgotten(dyingAt(world, nth), company, { evenOpen: true }).catch(() => void (died += 1));
      // What a run that died still owes is carried out by the sweeper; until then it counts as being written to.
      world.pass(2 * minute);
      await sweep(world);
      expect(await forgotten(world, company, { evenOpen: true })).toMatchObject({ done: true });
      expect(tracesOf(world, ...hers)).toEqual([]);
      expect(tracesOf(world, code).length).toBeGreaterThan(0);
      expect(await forgotten(world, company)).toMatchObject({ done: true, codes: [], mails: 0 });
    }
    expect(died).toBeGreaterThan(10);
  });

  test("waits for a message that is going out at this moment, and not a second longer than its claim", async () => {
    const world = taxdomeWorld();
    const code = await aSession(world);
    const sent = world.table.all().find(({ type }) => type === "send");
    if (sent === undefined) throw new Error("nothing was sent");
    const leaseUntil = instant("2026-12-01T08:01:00.000Z");
    await world.table.commit([{ update: sent, set: { state: "claimed", leaseUntil }, if: { exists: true } }]);
    const company = taxdome(world);
    world.setNow("2026-12-01T08:00:59.000Z");
    expect(await forgotten(world, company, { evenOpen: true })).toMatchObject({ done: false, busy: [code] });
    expect(tracesOf(world, noor)).not.toEqual([]);
    world.setNow("2026-12-01T08:01:00.000Z");
    expect(await forgotten(world, company)).toMatchObject({ done: true, codes: [code] });
    expect(tracesOf(world, ...hers)).toEqual([]);
  });

  test("leaves alone what came after it was asked for: who comes back is a new customer", async () => {
    const world = taxdomeWorld();
    const company = taxdome(world);
    const code = await aSession(world);
    await forget(world, company, wish({ evenOpen: true }));
    world.pass(1000);
    const anew = await tryToBook(world, { start: instant("2026-12-11T09:00:00Z") });
    if (isRefusal(anew)) throw new Error(anew.detail);
    expect(await forgotten(world, company)).toMatchObject({ done: true, codes: [code] });
    const head = world.table.all().find(({ type }) => type === "customer");
    expect(head).toMatchObject({ open: [anew.code] });
    expect(JSON.stringify(head)).not.toContain(code);
  });

  test("takes mails with their raw form, in quarantine too, and knows them when they are announced again", async () => {
    const world = solarWorld();
    await arrive(world, ["complaints@solar.example"], {
      id: "first",
      text: "No output",
      subject: "Inverter",
    });
    await arrive(world, ["complaints@solar.example"], {
      id: "junk",
      text: "Noor",
      verdicts: { spam: "FAIL" },
    });
    await arrive(world, ["complaints@solar.example"], { id: "brams", from: bram.email, name: bram.name });
    const come = await forgotten(world, world.deployed, { evenOpen: true });
    expect(come).toMatchObject({ done: true, mails: 2 });
    expect([[...new Set(world.erased)].toSorted(), keptMails(world).map(({ id }) => id)]).toEqual([
      ["first", "junk"],
      ["brams"],
    ]);
    expect(tracesOf(world, ...hers, "junk")).toEqual([]);
  });

  test("of a case whose reply comes later begins a new one, and nothing of the old comes back", async () => {
    const world = solarWorld();
    const { number } = await aRegisteredCase(world);
    const replyTo = world.mails[0]?.mail.replyTo ?? "";
    await forgotten(world, world.deployed, { evenOpen: true });
    world.pass(1000);
    const outcome = await arrive(world, [replyTo], { text: "And another thing", id: "later" });
    expect(outcome).not.toMatchObject({ number });
    expect(await readAudit(world, { pack: "solar", number })).toMatchObject({ verified: true });
    await expect(theCase(world, number)).rejects.toThrow("there is no case");
  });

  test("names what belongs to others and has the address in it, and leaves it to a person", async () => {
    const world = solarWorld();
    await aRegisteredCase(world);
    const brams = await aRegisteredCase(world, { customer: bram });
    await staffAct(world, brams.number, "note", { text: `The same as ${noor}` });
    expect(await forgotten(world, world.deployed, { evenOpen: true })).toMatchObject({
      done: true,
      mentions: [brams.number],
    });
    expect((await theCase(world, brams.number)).customer).toMatchObject(bram);
  });

  test("leaves an account the strikes of its other people", async () => {
    const world = taxdomeWorld();
    const code = await aSession(world);
    await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer" } });
    const noShows = { [code]: {}, OTHERS1: {} };
    const key = sharedKey("taxdome", "acme");
    const put = { ...key, type: "account-no-shows", rev: 1, noShows };
    await world.table.commit([{ put, if: { exists: false } }]);
    await forgotten(world, taxdome(world));
    expect((await world.table.get(key))?.["noShows"]).toEqual({ OTHERS1: {} });
  });

  test("is for a reason that does not say who", async () => {
    const world = taxdomeWorld();
    const answer = await forget(world, taxdome(world), wish({ reason: `Mail of ${noor.toUpperCase()}` }));
    expect(answer).toMatchObject({ refused: "names-customer" });
    await aSession(world);
    await forgotten(world, taxdome(world), { evenOpen: true });
    const record = world.table.all().find(({ type }) => type === "erasure");
    expect(record).toMatchObject({ by: "staff:bram", reason: "She asked us to by letter." });
  });
});
