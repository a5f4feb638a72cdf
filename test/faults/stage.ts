import type { Ports } from "#adapters/ports.ts";
import type { Write } from "#core/table.ts";
import { day, epoch, type Instant, type Milliseconds, minute, plus } from "#core/time.ts";
import { sweep } from "#steps/sweep.ts";
import { aWorld, type TestWorld } from "../builders/world.ts";
import type { Evidence, Row } from "../witness/evidence.ts";
import { type Clockwork, createClockwork } from "./clockwork.ts";
import { createProviders, type Providers } from "./providers.ts";

/** A world in memory in which executions run, the sweeper comes every five minutes, and everything is written down. */
export interface Stage extends Pick<Providers, "outbox" | "endings"> {
  readonly world: TestWorld;
  readonly clockwork: Clockwork;
  readonly commits: readonly (readonly Row[])[];
  /** Lets time pass, with all that it brings. `ports` may be others that fail. */
  pass(length: Milliseconds, ports?: Ports): Promise<void>;
  /** Until everything that was promised is long past. */
  rest(): Promise<void>;
  evidence(): Evidence;
}

export const aStage = (now = "2026-12-01T08:00:00.000Z"): Stage => {
  const base = aWorld(now);
  const { outbox, endings, mailer, texter } = createProviders();
  const clockwork = createClockwork();
  const commits: Row[][] = [];
  const commit = async (writes: readonly Write[]) => {
    const result = await base.table.commit(writes);
    if (result.committed) commits.push(writes.map(written));
    return result;
  };
  const table = { ...base.table, commit };
  const world: TestWorld = { ...base, table, mailer, texter, executions: clockwork.executions };
  const pass = (length: Milliseconds, ports: Ports = world) => passTime(world, clockwork, ports, length);
  return {
    world,
    clockwork,
    outbox,
    endings,
    commits,
    pass,
    rest: async () => {
      await pass(80 * day);
      await sweep(world);
    },
    evidence: () => ({
      table: world.table.all(),
      outbox,
      commits,
      inputs: clockwork.inputs,
      now: world.now(),
    }),
  };
};

const written = (write: Write): Row => {
  if ("put" in write) return write.put;
  if ("update" in write) return { ...write.update, ...write.set };
  return {};
};

const sweepEvery = 5 * minute;

const passTime = async (
  world: TestWorld,
  clockwork: Clockwork,
  ports: Ports,
  length: Milliseconds,
): Promise<void> => {
  const until = plus(world.now(), length);
  await clockwork.run(ports);
  for (let next = nextMoment(world, clockwork); next <= until; next = nextMoment(world, clockwork)) {
    const sweeping = isSweep(next) && next > world.now();
    if (next > world.now()) world.setNow(next);
    await clockwork.run(ports);
    if (sweeping) await sweep(ports).catch(() => undefined);
  }
  world.setNow(until);
};

/** A step, or the first sweep that finds something; sweeps that would find nothing are left out. */
const nextMoment = (world: TestWorld, clockwork: Clockwork): Instant => {
  const wake = world.table.earliestWake();
  const sweeping = wake === undefined ? undefined : sweepAfter(wake > world.now() ? wake : world.now());
  return [clockwork.next(), sweeping].reduce<Instant>(
    (first, next) => (next !== undefined && next < first ? next : first),
    never,
  );
};

const never = "9999-12-31T00:00:00.000Z" as Instant;

const sweepAfter = (moment: Instant): Instant => plus(moment, sweepEvery - (epoch(moment) % sweepEvery));

const isSweep = (moment: Instant): boolean => epoch(moment) % sweepEvery === 0;
