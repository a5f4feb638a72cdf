import { describe, expect, test } from "vitest";
import { day, hour, type Instant, minute, plus, second } from "#core/time.ts";
import type { Invoked } from "#local/ports.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { aBookedAppointment, theAppointment } from "../builders/booking.ts";
import { taxdome } from "../builders/world.ts";
import { judge } from "../witness/witness.ts";
import { aMachineStage, failed, type MachineStage, type Payload } from "./machine.ts";

const promises = ["confirmation", "email-PT48H", "email-PT24H", "email-PT1H", "sms-PT30M"];

const holds = async ({ stage, rest }: MachineStage): Promise<void> => {
  await rest();
  expect(judge(stage.evidence())).toEqual([]);
};

const sentTo = ({ stage }: MachineStage): string[] =>
  stage.outbox.filter(({ kind }) => !kind.startsWith("staff-")).map(({ ledger }) => ledger);

/** Lets the first `times` runs of each step do their work, and reports something else. */
const reported = (times: number, error: string): MachineStage["lambda"] => {
  const seen = new Map<string, number>();
  return async ({ promise }, run) => {
    const answer = await run();
    const count = (seen.get(promise) ?? 0) + 1;
    seen.set(promise, count);
    return count <= times ? failed(error) : answer;
  };
};

describe("Step Functions hears something else than what the Lambda did", () => {
  test.each([
    ["Lambda timeout after the side effect", 1, "Lambda.Unknown"],
    ["Lambda timeout after the side effect, told as a timeout", 1, "States.Timeout"],
    ["Lambda.ServiceException, effect done", 6, "Lambda.ServiceException"],
  ])("%s", async (_name, times, error) => {
    const machine = aMachineStage();
    machine.lambda = reported(times, error);
    const { code } = await aBookedAppointment(machine.stage.world);
    await machine.pass(14 * day);
    expect(new Set(sentTo(machine)).size).toBe(promises.length);
    expect(sentTo(machine)).toHaveLength(promises.length);
    expect((await theAppointment(machine.stage.world, code)).status).toBe("ended");
    expect(machine.runner.list(machine.arn).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
    await holds(machine);
  });
});

test("StopExecution while a send Lambda runs", async () => {
  const machine = aMachineStage();
  const { world } = machine.stage;
  const { code } = await aBookedAppointment(world);
  const { send } = world.mailer;
  Object.assign(world, {
    mailer: {
      send: async (mail: Parameters<typeof send>[0]) => {
        const cancelling = mail.labels.promise === "email-PT48H";
        if (cancelling)
          await cancelAppointment(world, taxdome(world), { code, version: 1, by: { actor: "customer" } });
        return send(mail);
      },
    },
  });
  await machine.pass(9 * day + 3 * hour);
  expect(machine.runner.list(machine.arn).map(({ status }) => status)).toEqual(["ABORTED"]);
  const { status, version, promises: left } = await theAppointment(world, code);
  expect({ status, version, left: Object.keys(left) }).toEqual({
    status: "cancelled",
    version: 2,
    left: ["cancelled", "staff-cancelled"],
  });
  await holds(machine);
});

/** Staff say how the session went. */
const attended = ({ stage: { world } }: MachineStage, code: string, note?: string) =>
  recordOutcome(world, taxdome(world), { code, outcome: "attended", note, by: { actor: "staff:eva" } });

const asksForFeedback = ({ stage }: MachineStage): number =>
  stage.outbox.filter(({ kind }) => kind === "feedback-request").length;

const statuses = ({ runner, arn }: MachineStage): string[] => runner.list(arn).map(({ status }) => status);

describe("the word of staff, and the execution that waits for it", () => {
  test("Task token: callback before stored", async () => {
    const machine = aMachineStage();
    const { code } = await aBookedAppointment(machine.stage.world);
    await machine.pass(9 * day + hour + 30 * minute);
    await attended(machine, code);
    await machine.pass(hour);
    expect(statuses(machine)).toEqual(["SUCCEEDED"]);
    expect(asksForFeedback(machine)).toBe(1);
    await holds(machine);
  });

  test("Callback after timeout, or twice", async () => {
    for (const wait of [3 * hour, 6 * day]) {
      const machine = aMachineStage();
      const { code } = await aBookedAppointment(machine.stage.world);
      await machine.pass(9 * day + wait);
      await attended(machine, code);
      await attended(machine, code, "said again");
      await machine.pass(hour);
      expect(statuses(machine)).toEqual(["SUCCEEDED"]);
      expect(asksForFeedback(machine)).toBe(1);
      await holds(machine);
    }
  });

  test("Lost callback", async () => {
    const machine = aMachineStage();
    const { world } = machine.stage;
    const answer = () => Promise.reject(new Error("the answer never arrives"));
    Object.assign(world, { executions: { ...world.executions, answer } });
    const { code } = await aBookedAppointment(world);
    await machine.pass(9 * day + 3 * hour);
    await attended(machine, code);
    await machine.pass(4 * day);
    expect(statuses(machine)).toEqual(["SUCCEEDED"]);
    Object.assign(world, { executions: { ...world.executions, answer: async () => "over" } });
    await holds(machine);
  });
});

describe("Redrive from every failed state", () => {
  test.each([...promises, "attendance", "outcome", "feedback"])("%s", async (promise) => {
    const machine = aMachineStage();
    let broken = true;
    const isBroken = (payload: Payload): boolean => broken && payload.promise === promise;
    machine.lambda = async (payload, run): Promise<Invoked> =>
      isBroken(payload) ? failed("States.Runtime") : run();
    const { code } = await aBookedAppointment(machine.stage.world);
    await machine.pass(14 * day);
    const [execution] = machine.runner.list(machine.arn);
    expect(execution?.status).toBe("FAILED");
    broken = false;
    const { input } = machine.runner.describe(execution?.executionArn ?? "");
    machine.runner.start(machine.arn, `${code}-v1-r2`, input);
    await machine.pass(hour);
    await holds(machine);
    expect(new Set(sentTo(machine)).size).toBe(sentTo(machine).length);
  });
});

test("Wait timestamp past, equal to now, with ms, > 1 year", async () => {
  const machine = aMachineStage();
  const start = machine.clock.now();
  const due: Record<string, Instant> = {
    confirmation: start,
    "email-PT48H": plus(start, -day),
    "email-PT24H": start,
    "email-PT1H": plus(start, 90 * second + 7),
    "sms-PT30M": plus(start, 2 * minute),
  };
  const end = plus(start, 400 * day);
  const ran: [string, Instant][] = [];
  machine.lambda = async ({ promise }) => {
    ran.push([promise, machine.clock.now()]);
    return { ok: true, payload: null };
  };
  const input = { pack: "taxdome", code: "ABCDEFG", version: 1, due, end };
  machine.runner.start(machine.arn, "waits", JSON.stringify(input));
  await machine.pass(10 * minute);
  expect(ran).toEqual([
    ["confirmation", start],
    ["email-PT48H", start],
    ["email-PT24H", start],
    ["email-PT1H", due["email-PT1H"]],
    ["sms-PT30M", due["sms-PT30M"]],
  ]);
  await machine.pass(399 * day);
  expect(ran).toHaveLength(promises.length);
  expect(machine.runner.list(machine.arn).map(({ status }) => status)).toEqual(["TIMED_OUT"]);
});
