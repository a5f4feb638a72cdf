import { describe, expect, test } from "vitest";
import { taskView } from "#core/task.ts";
import { hour, minute } from "#core/time.ts";
import { sweepElsewhere } from "#steps/case/elsewhere-sweep.ts";
import { doTask } from "#steps/do-task.ts";
import { openTasks } from "#steps/tasks.ts";
import { staffAct } from "../../builders/case.ts";
import {
  aBncCase,
  aDay,
  anElsewhereWorld,
  elsewhereOf,
  eventsOf,
  keepCase,
  runFor,
  statesOf,
} from "../../builders/elsewhere.ts";
import type { Fault } from "../../fakes/faulty.ts";

const once = {
  serviceNow: [["1", "6", "7"]],
  pct: ["case.registered registered", "case.updated answered", "case.closed closed"],
};

describe("a case of B&C", () => {
  test("is registered, updated and closed in both systems, each once", async () => {
    const world = await anElsewhereWorld();
    const number = await aBncCase(world);
    await runFor(world, 5 * minute);
    expect(statesOf(world)).toEqual([["1"]]);
    await staffAct(world, number, "acknowledge", { text: "Wij hebben uw klacht" });
    await runFor(world, 5 * minute);
    await staffAct(world, number, "resolve", { text: "U hebt een vaste contactpersoon" });
    await runFor(world, 5 * minute);
    await staffAct(world, number, "close", {});
    await runFor(world, 5 * minute);
    expect(statesOf(world)).toEqual([["1", "2", "6", "7"]]);
    expect(eventsOf(world)).toEqual([
      "case.registered registered",
      "case.updated open",
      "case.updated answered",
      "case.closed closed",
    ]);
    const asked = world.serviceNow.asked();
    await runFor(world, hour);
    expect(world.serviceNow.asked()).toBe(asked);
  });

  test("tells nothing about the customer, and leads staff to the case", async () => {
    const world = await anElsewhereWorld();
    const number = await aBncCase(world);
    await runFor(world, 5 * minute);
    const [record] = world.serviceNow.records;
    expect(record?.columns).toMatchObject({
      correlation_id: number,
      correlation_display: "Kept",
      short_description: `complaint ${number}`,
    });
    expect(record?.columns["description"]).toContain(`https://kept.example/desk/bnc/cases/${number}`);
    const told = JSON.stringify([record, [...world.pct.bodies.values()].map((each) => [...each])]);
    expect(told).not.toMatch(/noor|customer\.example|belt/i);
    const items = await elsewhereOf(world, number);
    expect(JSON.stringify(items)).not.toMatch(/noor|customer\.example|belt/i);
    expect(items.map(({ remote }) => remote?.reference)).toEqual(["PCT-1", "INC0000001"]);
  });

  test("that is reopened is open there again, and its second closing counts", async () => {
    const world = await anElsewhereWorld();
    const number = await aBncCase(world);
    await keepCase(world, number);
    await runFor(world, 5 * minute);
    await staffAct(world, number, "reopen", { text: "Het is weer zo" });
    await runFor(world, 5 * minute);
    expect([statesOf(world), eventsOf(world).at(-1)]).toEqual([[["1", "6", "7", "2"]], "case.reopened open"]);
    await staffAct(world, number, "resolve", { text: "Nu echt" });
    await staffAct(world, number, "close", {});
    await runFor(world, 5 * minute);
    expect(statesOf(world)).toEqual([["1", "6", "7", "2", "6", "7"]]);
  });

  test("that was not looked at for long is asked for once, and rests", async () => {
    const world = await anElsewhereWorld();
    const number = await aBncCase(world);
    await keepCase(world, number);
    await runFor(world, 5 * minute);
    for (const item of await elsewhereOf(world, number))
      expect([item.wakeAt, item.telling, item.claim]).toEqual([undefined, undefined, undefined]);
    expect(await openTasks(world, "bnc")).toEqual([]);
  });
});

describe("a system that is away for a day", () => {
  test.each(["drop", "500", "slow", "html", "429", "redirect", "large"] as const)(
    "by %s has all of it in the end, once and in order",
    async (fault) => {
      const world = await anElsewhereWorld(fault === "slow" ? 100 : undefined);
      world.serviceNow.away = world.pct.away = fault;
      const number = await aBncCase(world);
      await runFor(world, fault === "slow" ? hour : aDay / 2);
      await keepCase(world, number);
      await runFor(world, fault === "slow" ? hour : aDay / 2);
      expect(statesOf(world)).toEqual([]);
      world.serviceNow.away = world.pct.away = undefined;
      await runFor(world, 3 * hour);
      expect([statesOf(world), eventsOf(world)]).toEqual([once.serviceNow, once.pct]);
    },
  );

  test("is told of to a person after four hours, and not a second before; once a day for all cases", async () => {
    const world = await anElsewhereWorld();
    world.serviceNow.away = "500";
    await Promise.all([aBncCase(world), aBncCase(world), aBncCase(world)]);
    await runFor(world, 4 * hour);
    expect(await openTasks(world, "bnc")).toEqual([]);
    await runFor(world, 2 * hour);
    expect(await openTasks(world, "bnc")).toMatchObject([
      { what: "elsewhere-late", reason: "status-500", about: { code: "servicenow", version: 20261102 } },
    ]);
    expect(world.pct.events).toHaveLength(3);
  });

  test("holds up neither the case's mails nor the other system", async () => {
    const world = await anElsewhereWorld(500);
    world.serviceNow.away = "slow";
    const number = await aBncCase(world);
    await keepCase(world, number);
    expect(world.mails.map(({ mail }) => mail.labels.kind)).toEqual([
      "registered",
      "acknowledged",
      "resolved",
      "closed",
    ]);
    await runFor(world, 5 * minute);
    expect(eventsOf(world)).toEqual(once.pct);
  });

  test("is asked for one case at a time while it is away", async () => {
    const world = await anElsewhereWorld();
    world.serviceNow.away = "500";
    for (let count = 0; count < 10; count += 1) await aBncCase(world);
    await sweepElsewhere(world);
    expect(world.serviceNow.asked()).toBe(1);
    world.serviceNow.away = undefined;
    await runFor(world, 2 * hour);
    expect(statesOf(world)).toEqual(Array.from({ length: 10 }, () => ["1"]));
  });
});

describe("an answer that was lost", () => {
  const lost: Fault[] = ["500-after", "drop-after", "slow-after"];

  test.each(lost)("by %s at each step makes no second record and no second event", async (fault) => {
    const world = await anElsewhereWorld(fault === "slow-after" ? 100 : undefined);
    const number = await aBncCase(world);
    await keepCase(world, number);
    // The look for a record goes well; making it, and each change of it, is carried out without our hearing of it.
    for (let step = 0; step < 3; step += 1) {
      world.serviceNow.faults.push(...(step === 0 ? ["none" as const] : []), fault);
      world.pct.faults.push(fault);
      await runFor(world, 3 * hour);
    }
    expect([statesOf(world), eventsOf(world)]).toEqual([once.serviceNow, once.pct]);
    for (const bodies of world.pct.bodies.values()) expect(bodies.size).toBe(1);
  });

  test("tells the same again, though the case has changed meanwhile, and then what is new", async () => {
    const world = await anElsewhereWorld();
    const number = await aBncCase(world);
    world.pct.faults.push("drop-after");
    await sweepElsewhere(world);
    await keepCase(world, number);
    await runFor(world, hour);
    expect(eventsOf(world)).toEqual(once.pct);
    expect(world.pct.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });
});

describe("two runs at once", () => {
  test("tell once, whichever comes first", async () => {
    const world = await anElsewhereWorld();
    const number = await aBncCase(world);
    await keepCase(world, number);
    await Promise.all([sweepElsewhere(world), sweepElsewhere(world), sweepElsewhere(world)]);
    await runFor(world, 10 * minute);
    expect([statesOf(world), eventsOf(world)]).toEqual([once.serviceNow, once.pct]);
    expect([...world.pct.bodies.values()].map(({ size }) => size)).toEqual([1, 1, 1]);
  });

  test("of which one died: the other waits for its lease, and not a second longer", async () => {
    const world = await anElsewhereWorld();
    await aBncCase(world);
    const dying = { ...world, elsewhere: { tell: () => Promise.reject(new Error("killed")) } };
    await sweepElsewhere(dying);
    world.pass(minute - 1000);
    await sweepElsewhere(world);
    expect(statesOf(world)).toEqual([]);
    world.pass(1000);
    await sweepElsewhere(world);
    expect([statesOf(world), eventsOf(world)]).toEqual([[["1"]], ["case.registered registered"]]);
  });
});

describe("a way in", () => {
  test("that is missing is a task for a person, once, and the cases go on; given, all are told", async () => {
    const world = await anElsewhereWorld();
    const accesses = world.accesses;
    world.accesses = {};
    const number = await aBncCase(world);
    await aBncCase(world);
    await runFor(world, aDay);
    expect((await openTasks(world, "bnc")).map(({ what, about }) => [what, about.code])).toEqual([
      ["elsewhere-unconnected", expect.any(String)],
      ["elsewhere-unconnected", expect.any(String)],
    ]);
    await keepCase(world, number);
    world.accesses = accesses;
    await runFor(world, 2 * hour);
    expect(statesOf(world)).toEqual([["1", "6", "7"], ["1"]]);
  });

  test("that is off is nobody's task, and nothing waits for it", async () => {
    const world = await anElsewhereWorld();
    world.accesses = { bnc: { servicenow: "off", pct: "off" } };
    const number = await aBncCase(world);
    await runFor(world, hour);
    expect((await elsewhereOf(world, number)).map(({ wakeAt }) => wakeAt)).toEqual([undefined, undefined]);
    expect(await openTasks(world, "bnc")).toEqual([]);
  });

  test("that is wrong is told of at once, and tried until it is put right", async () => {
    const world = await anElsewhereWorld();
    world.serviceNow.away = "401";
    await aBncCase(world);
    await sweepElsewhere(world);
    expect(await openTasks(world, "bnc")).toMatchObject([
      { what: "elsewhere-late", reason: "not-authorized" },
    ]);
    world.serviceNow.away = undefined;
    await runFor(world, hour);
    expect(statesOf(world)).toEqual([["1"]]);
  });
});

describe("what was given up", () => {
  test("after a week away waits for a person, and is told in full once they have done the task", async () => {
    const world = await anElsewhereWorld();
    world.serviceNow.away = "500";
    const number = await aBncCase(world);
    await runFor(world, 8 * aDay);
    const tasks = await openTasks(world, "bnc");
    expect(tasks.map(({ what }) => what)).toContain("elsewhere-given-up");
    const asked = world.serviceNow.asked();
    world.serviceNow.away = undefined;
    await runFor(world, aDay);
    expect(world.serviceNow.asked()).toBe(asked);

    const task = tasks.find(({ what }) => what === "elsewhere-given-up")!;
    await doTask(world, taskView(task).id, "staff:sanne", { pack: "bnc", key: "k", fingerprint: "f" });
    await keepCase(world, number);
    await runFor(world, 2 * hour);
    expect(statesOf(world)).toEqual(once.serviceNow);
  });

  test("because it was refused for good is tried again when the case changes", async () => {
    const world = await anElsewhereWorld();
    world.serviceNow.faults.push("none", "400");
    const number = await aBncCase(world);
    await runFor(world, aDay);
    expect(statesOf(world)).toEqual([]);
    expect(await openTasks(world, "bnc")).toMatchObject([
      { what: "elsewhere-given-up", reason: "status-400", about: { code: number, promise: "servicenow" } },
    ]);
    await staffAct(world, number, "acknowledge", { text: "Wij hebben uw klacht" });
    await runFor(world, 2 * hour);
    expect(statesOf(world)).toEqual([["1", "2"]]);
    expect(await openTasks(world, "bnc")).toEqual([]);
  });
});
