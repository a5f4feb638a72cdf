import fc from "fast-check";
import { expect, test } from "vitest";
import { sweep } from "#steps/sweep.ts";
import { aStage } from "../faults/stage.ts";
import { judge } from "../witness/witness.ts";
import { type Move, moves } from "./commands.ts";
import { play } from "./play.ts";

/** A counter-example is made small for some seconds, then shown as it is. */
const bounded = { interruptAfterTimeLimit: 20_000 };

const played = async (sequence: readonly Move[]) => {
  const stage = aStage();
  const faults: string[] = [];
  for (const move of sequence) faults.push(...(await play(stage, move)));
  await stage.rest();
  return { stage, faults: [...faults, ...judge(stage.evidence())] };
};

test("whatever happens to appointments, in whatever order, and wherever a process dies, the invariants hold", async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      const { faults } = await played(sequence);
      expect(faults).toEqual([]);
    }),
    { ...bounded, numRuns: 500, seed: 20_261_201 },
  );
});

test("a hundred sweeps change nothing after the first", async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      const stage = aStage();
      for (const move of sequence) await play(stage, move);
      stage.clockwork.startFailures.length = 0;
      await sweep(stage.world);
      const { length } = stage.commits;
      for (let sweeps = 0; sweeps < 100; sweeps += 1) await sweep(stage.world);
      expect(stage.commits.slice(length)).toEqual([]);
    }),
    { ...bounded, numRuns: 50, seed: 20_261_202 },
  );
});
