import { describe, expect, test } from "vitest";
import type { Ports } from "#adapters/ports.ts";
import { minute } from "#core/time.ts";
import { begin } from "#steps/begin.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, tryToBook } from "../builders/booking.ts";
import { taxdome } from "../builders/world.ts";
import { codeOf, heads } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { interruptedAt } from "./boundaries.ts";
import { aStage, type Stage } from "./stage.ts";

/** A step at work, on ports that may fail, after whatever must have happened before. */
interface Act {
  readonly before: (stage: Stage) => Promise<string>;
  readonly run: (stage: Stage, ports: Ports, code: string) => Promise<unknown>;
}

const booked = async ({ world }: Stage): Promise<string> => (await aBookedAppointment(world)).code;

const bookedUntil =
  (moment: string) =>
  async (stage: Stage): Promise<string> => {
    const code = await booked(stage);
    stage.clockwork.lose();
    await stage.pass(Date.parse(moment) - Date.parse(stage.world.now()));
    return code;
  };

const customer = { actor: "customer" } as const;
const errand = (code: string, promise: string) => ({ pack: "taxdome", code, version: 1, promise });

const acts: Readonly<Record<string, Act>> = {
  "a booking": {
    before: async () => "",
    run: ({ world }, ports) =>
      tryToBook({ ...world, ...ports, table: { ...world.table, ...ports.table } }, {}, "k"),
  },
  "a change": {
    before: booked,
    run: ({ world }, ports, code) =>
      changeAppointment(ports, taxdome(world), {
        code,
        version: 1,
        by: customer,
        start: "2026-12-11T09:30:00.000Z" as never,
      }),
  },
  "the first step of a booking's execution": {
    before: booked,
    run: (_stage, ports, code) => begin(ports, errand(code, "confirmation")),
  },
  "the first step of a change's execution": {
    before: async (stage) => {
      const code = await booked(stage);
      const [by, start] = [customer, "2026-12-11T09:30:00.000Z" as never];
      await changeAppointment(stage.world, taxdome(stage.world), { code, version: 1, by, start });
      return code;
    },
    run: (_stage, ports, code) => begin(ports, { ...errand(code, "confirmation"), version: 2 }),
  },
  "a cancellation": {
    before: booked,
    run: ({ world }, ports, code) =>
      cancelAppointment(ports, taxdome(world), {
        code,
        version: 1,
        by: { actor: "staff:eva", reason: "ill" },
      }),
  },
  "an e-mail reminder": {
    before: bookedUntil("2026-12-08T09:00:00Z"),
    run: (_stage, ports, code) => deliver(ports, errand(code, "email-PT48H")),
  },
  "a missed reminder": {
    before: bookedUntil("2026-12-08T09:00:00Z"),
    run: ({ world }, ports, code) => {
      world.setNow("2026-12-08T21:00:01Z");
      return deliver(ports, errand(code, "email-PT48H"));
    },
  },
  "an SMS": {
    before: bookedUntil("2026-12-10T08:30:00Z"),
    run: (_stage, ports, code) => deliver(ports, errand(code, "sms-PT30M")),
  },
  "the end": {
    before: bookedUntil("2026-12-10T10:00:00Z"),
    run: (_stage, ports, code) => end(ports, { pack: "taxdome", code, version: 1 }),
  },
  "a session's outcome": {
    before: bookedUntil("2026-12-10T10:00:00Z"),
    run: ({ world }, ports, code) =>
      recordOutcome(ports, taxdome(world), { code, outcome: "no-show", by: { actor: "staff:eva" } }),
  },
  "a sweep with a lost start": {
    before: async (stage) => {
      stage.clockwork.startFailures.push(new Error("lost"));
      const code = await booked(stage);
      stage.world.pass(minute);
      return code;
    },
    run: (_stage, ports) => sweep(ports),
  },
  "a sweep over a reminder": {
    before: async (stage) => {
      const code = await bookedUntil("2026-12-08T09:00:00Z")(stage);
      stage.world.pass(10 * minute);
      return code;
    },
    run: (_stage, ports) => sweep(ports),
  },
};

const boundariesOf = async ({ before, run }: Act): Promise<number> => {
  const stage = aStage();
  const code = await before(stage);
  const { ports, calls } = interruptedAt(stage.world, undefined);
  await run(stage, ports, code);
  return 2 * calls.length;
};

const stoppedAt = async ({ before, run }: Act, boundary: number): Promise<Stage> => {
  const stage = aStage();
  const code = await before(stage);
  await run(stage, interruptedAt(stage.world, boundary).ports, code).catch(() => undefined);
  return stage;
};

describe("Handler throws before / after its write", () => {
  test.each(Object.entries(acts))("%s, stopped at every boundary", async (_name, act) => {
    const boundaries = await boundariesOf(act);
    expect(boundaries).toBeGreaterThan(3);
    for (let boundary = 0; boundary < boundaries; boundary += 1) {
      const stage = await stoppedAt(act, boundary);
      await stage.rest();
      expect(judge(stage.evidence()), `stopped at boundary ${boundary} of ${boundaries}`).toEqual([]);
    }
  });

  test.each(Object.entries(acts))("%s, stopped at every boundary and then repeated", async (_name, act) => {
    const boundaries = await boundariesOf(act);
    for (let boundary = 0; boundary < boundaries; boundary += 1) {
      const stage = await stoppedAt(act, boundary);
      const [code = ""] = heads(stage.world.table.all()).map(codeOf);
      await act.run(stage, stage.world, code).catch(() => undefined);
      await stage.rest();
      expect(judge(stage.evidence()), `stopped at boundary ${boundary} of ${boundaries}`).toEqual([]);
      expect(stage.world.table.all().filter(({ type }) => type === "appointment")).toHaveLength(1);
    }
  });
});
