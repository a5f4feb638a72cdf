import { day, instant, plus } from "#core/time.ts";
import { createClock } from "#local/clock.ts";
import { createRecords } from "#local/states/records.ts";
import { createRunner } from "#local/states/runner.ts";
import { openStore } from "#local/store.ts";

/** "Wait an hour, then do something", five times over: a reminder's life. */
export const wakes = 5;

const names = Array.from({ length: wakes }, (_, at) => at + 1);

export const definition = {
  StartAt: "Wait 1",
  States: Object.fromEntries(
    names.flatMap((name) => [
      [`Wait ${name}`, { Type: "Wait", Seconds: 3600, Next: `Step ${name}` }],
      [
        `Step ${name}`,
        {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Parameters: { FunctionName: "step", "Payload.$": "$" },
          ResultPath: null,
          ...(name === wakes ? { End: true } : { Next: `Wait ${name + 1}` }),
        },
      ],
    ]),
  ),
};

const machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-bench";
const start = instant("2026-12-01T09:00:00Z");

/** All at once on one virtual clock, a day of it. @throws Error when one did not do all its steps. */
export const runOurs = async (count: number): Promise<void> => {
  const store = openStore(":memory:");
  const clock = createClock({ store: { get: () => undefined, set: () => undefined }, start, real: () => 0 });
  let steps = 0;
  const invoke = async () => {
    steps += 1;
    return { ok: true, payload: {} } as const;
  };
  const runner = createRunner({ clock, records: createRecords(store), invoke });
  runner.define(machine, JSON.stringify(definition));
  for (let each = 0; each < count; each += 1) runner.start(machine, `execution-${each}`);
  await clock.advance(plus(start, day));
  const ended = runner.list(machine, { status: "SUCCEEDED" }).length;
  await clock.stop();
  store.close();
  if (ended !== count || steps !== count * wakes)
    throw new Error(`${ended} of ${count} ended, ${steps} steps`);
};
