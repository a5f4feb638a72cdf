import { atLeast, type Bench, compared, type Figure, notThere } from "../figure.ts";
import { inTurn, rounds } from "../measure.ts";
import { runOurs } from "./ours.ts";
import { bareInterpreter, durableExecutions } from "./peers.ts";

const unit = "executions/s";
const testing = "@aws/durable-execution-sdk-js-testing";

/** Executions with five wake-ups each, on a clock that skips the time between. */
export const bench: Bench = async (asked) => {
  const [ours, theirs] = asked.quick ? [100, 2] : [1_000, 20];
  const durable = await durableExecutions();
  const took = await inTurn(
    {
      ours: () => runOurs(ours),
      bare: () => bareInterpreter(ours),
      durable: () => durable?.(theirs),
    },
    rounds(asked),
  );
  const rate = (time: number, count: number): number => (count * 1000) / time;
  const own = rate(took.ours, ours);
  const bare = rate(took.bare, ours);
  return [
    durable === undefined
      ? notThere("executions", unit, testing, "≥ 10×")
      : against(own, rate(took.durable, theirs)),
    {
      name: "executions",
      ...compared(own, bare, "more"),
      unit,
      peer: `aws-local-stepfunctions bare, ${Math.round(bare)}/s`,
      goal: null,
      met: null,
      note: "it keeps no history and stores nothing; ours does both",
    },
  ];
};

const against = (own: number, theirs: number): Figure => ({
  name: "executions",
  ...compared(own, theirs, "more"),
  unit,
  peer: `${testing} with time skipping, ${Math.round(theirs)}/s`,
  ...atLeast(own / theirs, 10),
});
