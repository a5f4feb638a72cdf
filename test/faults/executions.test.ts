import {
  ExecutionAlreadyExists,
  SFNClient,
  StartExecutionCommand,
  type StartExecutionCommandInput,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { createExecutions } from "#adapters/executions.ts";
import { minute } from "#core/time.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { judge } from "../witness/witness.ts";
import { onThisMachine } from "./durable.ts";
import { aProxy, refusal } from "./proxy.ts";
import { aStage } from "./stage.ts";

const machines = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-";
const nowhere = "http://127.0.0.1:9";
const started = { status: 200, body: JSON.stringify({ executionArn: "arn", startDate: 1_790_000_000 }) };

test.each(["ThrottlingException", "ExecutionLimitExceeded"])(
  "StartExecution throttled or ExecutionLimitExceeded: %s",
  async (type) => {
    const proxy = await aProxy(nowhere);
    const stage = aStage();
    const client = new SFNClient({ ...onThisMachine, endpoint: proxy.url, maxAttempts: 1 });
    Object.assign(stage.world, { executions: createExecutions(machines, client) });
    proxy.rule = () => refusal(type);
    await aBookedAppointment(stage.world);
    await sweep(stage.world);
    proxy.rule = () => started;
    const before = proxy.seen.length;
    stage.world.pass(5 * minute);
    await sweep(stage.world);
    await sweep(stage.world);
    expect(proxy.seen.length - before).toBe(1);
    await stage.rest();
    expect(judge(stage.evidence())).toEqual([]);
  },
);

test("StartExecution twice, same / other input / closed", async () => {
  const states = mockClient(SFNClient);
  const exists = new ExecutionAlreadyExists({ message: "it is there", $metadata: {} });
  states.on(StartExecutionCommand).resolvesOnce({}).rejects(exists);
  const stage = aStage();
  Object.assign(stage.world, { executions: createExecutions(machines, new SFNClient(onThisMachine)) });
  const { code } = await aBookedAppointment(stage.world);
  const start = stage.world.executions.start;
  await start("taxdome-appointment", `${code}-v1-r1`, "other input");
  await start("taxdome-appointment", `${code}-v1-r1`, "closed");
  const inputs = states
    .commandCalls(StartExecutionCommand)
    .map(({ args }): StartExecutionCommandInput => args[0].input);
  expect(new Set(inputs.map(({ name }) => name))).toEqual(new Set([`${code}-v1-r1`]));
  await stage.rest();
  states.restore();
  expect(judge(stage.evidence())).toEqual([]);
});
