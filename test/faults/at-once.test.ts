import fc, { type Scheduler } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ports } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { deliver } from "#steps/deliver.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, tryToBook } from "../builders/booking.ts";
import { taxdome } from "../builders/world.ts";
import { heads } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { interleaved } from "./interleaved.ts";
import { aStage, type Stage } from "./stage.ts";

type Op = (ports: Ports) => Promise<unknown>;

/** Runs all at once, every call of theirs in an order of the scheduler's choosing. */
const atOnce = (scheduler: Scheduler, stage: Stage, ops: readonly Op[]) =>
  scheduler.waitFor(Promise.allSettled(ops.map((op) => op(interleaved(stage.world, scheduler)))));

const holds = async (stage: Stage): Promise<void> => {
  await stage.rest();
  expect(judge(stage.evidence())).toEqual([]);
};

const succeeded = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((each) =>
    each.status === "fulfilled" && !isRefusal(each.value as object) ? [each.value] : [],
  );

const changed = (stage: Stage, code: string, start: string): Op => {
  const by = { actor: "customer" } as const;
  return (ports) =>
    changeAppointment(ports, taxdome(stage.world), { code, version: 1, by, start: instant(start) });
};

const cancelled = (stage: Stage, code: string, actor: "customer" | "staff:eva"): Op => {
  const version = actor === "customer" ? { version: 1 } : {};
  return (ports) => cancelAppointment(ports, taxdome(stage.world), { code, ...version, by: { actor } });
};

const inAnyOrder = (play: (scheduler: Scheduler) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.scheduler(), play), { numRuns: 60, seed: 20_261_203 });

describe("at the same moment, in any order of their calls", () => {
  test("Change vs Cancel vs ops cancel at once", () =>
    inAnyOrder(async (scheduler) => {
      const stage = aStage();
      const { code } = await aBookedAppointment(stage.world);
      const results = await atOnce(scheduler, stage, [
        changed(stage, code, "2026-12-11T09:00:00Z"),
        cancelled(stage, code, "customer"),
        cancelled(stage, code, "staff:eva"),
      ]);
      const done = succeeded(results) as { version: number }[];
      expect(done.filter(({ version }) => version === 2)).toHaveLength(1);
      await holds(stage);
    }));

  test("Two changes swapping slots A<->B", () =>
    inAnyOrder(async (scheduler) => {
      const stage = aStage();
      const a = await aBookedAppointment(stage.world);
      const piet = { name: "Piet Jansen", email: "piet@customer.example" };
      const b = await aBookedAppointment(stage.world, {
        start: instant("2026-12-11T09:00:00Z"),
        customer: piet,
      });
      await atOnce(scheduler, stage, [changed(stage, a.code, b.start), changed(stage, b.code, a.start)]);
      expect(new Set(heads(stage.world.table.all()).map(({ start }) => start)).size).toBe(2);
      await holds(stage);
    }));

  test("Cancel in the same ms as the reminder claim", () =>
    inAnyOrder(async (scheduler) => {
      const stage = aStage();
      const { code } = await aBookedAppointment(stage.world);
      stage.world.setNow("2026-12-08T09:00:00Z");
      const errand = { pack: "taxdome", code, version: 1, promise: "email-PT48H" };
      await atOnce(scheduler, stage, [
        (ports) => deliver(ports, errand),
        cancelled(stage, code, "customer"),
        (ports) => deliver(ports, errand),
      ]);
      await holds(stage);
    }));

  test("Sweeper runs twice at once, beside the execution that it stands in for", () =>
    inAnyOrder(async (scheduler) => {
      const stage = aStage();
      stage.clockwork.startFailures.push(new Error("lost"));
      const { code } = await aBookedAppointment(stage.world);
      stage.world.setNow("2026-12-08T09:10:00Z");
      const errand = { pack: "taxdome", code, version: 1, promise: "email-PT48H" };
      await atOnce(scheduler, stage, [sweep, sweep, (ports) => deliver(ports, errand)]);
      await holds(stage);
    }));

  test("One request that is sent three times at once makes one appointment, and one answer", () =>
    inAnyOrder(async (scheduler) => {
      const stage = aStage();
      const { world } = stage;
      const request: Op = (ports) =>
        tryToBook({ ...world, ...ports, table: { ...world.table, ...ports.table } }, {}, "same");
      const results = await atOnce(scheduler, stage, [request, request, request]);
      expect(new Set(succeeded(results).map((each) => JSON.stringify(each))).size).toBe(1);
      expect(succeeded(results)).toHaveLength(3);
      await holds(stage);
    }));

  test("Rebook a slot after cancel / reassign", () =>
    inAnyOrder(async (scheduler) => {
      const stage = aStage();
      const { world } = stage;
      const { code } = await aBookedAppointment(world);
      const piet = { name: "Piet Jansen", email: "piet@customer.example" };
      const rebook: Op = (ports) =>
        tryToBook({ ...world, ...ports, table: { ...world.table, ...ports.table } }, { customer: piet });
      await atOnce(scheduler, stage, [cancelled(stage, code, "customer"), rebook]);
      await tryToBook(world, { customer: piet });
      const live = heads(world.table.all()).filter(({ status }) => status === "booked");
      expect(live.map(({ customer }) => customer)).toEqual([piet]);
      await holds(stage);
    }));
});
