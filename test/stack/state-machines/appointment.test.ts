import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import * as errors from "#core/errors.ts";
import { planAppointments } from "#core/policy/plan.ts";
import { definitionIn, longestWait, pathOf, type Retrier, tasksOf } from "../definition.ts";
import { synthesized, taxdome, withReminders } from "../synthesized.ts";

const stack = synthesized();
const definition = definitionIn(stack);
const states = definition.States;
const tasks = tasksOf(definition);
const retrier = (error: string): Retrier =>
  tasks[0]![1].Retry!.find((each) => each.ErrorEquals.includes(error))!;

describe("an execution reads as the policy", () => {
  it("passes through the promises by name, from the confirmation to the session's end", () => {
    expect(pathOf(definition)).toEqual([
      "Confirm by e-mail",
      "Wait until 2 days before",
      "E-mail reminder, 2 days before",
      "Wait until 24 hours before",
      "E-mail reminder, 24 hours before",
      "Wait until 1 hour before",
      "E-mail reminder, 1 hour before",
      "Wait until 30 minutes before",
      "SMS reminder, 30 minutes before",
      "Wait until the session ends",
      "Record attendance",
      "Note the outcome",
      "Ask for feedback",
      "Appointment over",
    ]);
  });

  it("enters at most 14 states with four reminders", () => {
    expect(taxdome().appointments!.reminders).toHaveLength(4);
    expect(pathOf(definition).length).toBeLessThanOrEqual(14);
  });

  it("waits for the moment that was fixed for each promise, and in the end for the session's", () => {
    const ids = planAppointments(taxdome())!.promises.filter((promise) => promise.states.wait);
    const paths = pathOf(definition).flatMap((name) => states[name]!.TimestampPath ?? []);
    expect(paths).toEqual([...ids.map(({ id }) => `$.due['${id}']`), "$.end"]);
  });

  it("names the clause of each promise, and what is ours in it", () => {
    expect(states["E-mail reminder, 24 hours before"]!.Comment).toBe("§3");
    expect(states["Confirm by e-mail"]!.Comment).toMatch(/^§3; ours: The terms speak/);
  });

  it("keeps each promise under its own id, by the Lambda for its kind", () => {
    const { Payload, FunctionName } = states["SMS reminder, 30 minutes before"]!.Parameters!;
    expect(FunctionName).toBe("SendReminderFunction.Arn");
    expect(Payload["promise"]).toBe("sms-PT30M");
    expect(states["Confirm by e-mail"]!.Parameters!.FunctionName).toBe("SendConfirmationFunction.Arn");
  });

  it("is valid for Step Functions, also with six reminders and odd lengths", () => {
    const odd = withReminders(
      ["email", "PT1000H30M"],
      ["email", "PT168H"],
      ["sms", "PT47H59M"],
      ["email", "PT24H"],
      ["sms", "PT90M"],
      ["sms", "PT15M"],
    );
    for (const each of [definition, definitionIn(synthesized("local", [odd]))]) {
      expect(validate(each).errorsText()).toBe("");
      for (const name of Object.keys(each.States)) expect(name.length).toBeLessThanOrEqual(80);
    }
  });

  it("is found invalid when a state leads nowhere, so that the check above means something", () => {
    const broken = { ...definition, StartAt: "Nowhere" };
    expect(validate(broken).isValid).toBe(false);
  });
});

describe("the wait for the outcome", () => {
  const wait = states["Record attendance"]!;

  it("lasts as long as the policy gives staff, and is answered by a token", () => {
    expect(wait.TimeoutSeconds).toBe(72 * 60 * 60);
    expect(wait.Parameters!.Payload["token.$"]).toBe("$$.Task.Token");
  });

  it("goes on to the outcome when nobody answers in time, without another try and without telling anybody", () => {
    expect(wait.Retry!.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain("States.Timeout");
    expect(wait.Catch!.find(({ ErrorEquals }) => ErrorEquals.includes("States.Timeout"))!.Next).toBe(
      "Note the outcome",
    );
  });

  it("is left out where a policy asks nobody, and so is the request for feedback", () => {
    const { attendance: _nobody, ...rest } = taxdome().appointments!;
    const silent = definitionIn(synthesized("local", [{ ...taxdome(), appointments: rest }]));
    expect(pathOf(silent).slice(-2)).toEqual(["Note that the session has ended", "Appointment over"]);
    const { feedback: _none, ...asking } = taxdome().appointments!.attendance!;
    const asked = { ...taxdome(), appointments: { ...rest, attendance: asking } };
    expect(pathOf(definitionIn(synthesized("local", [asked]))).slice(-3)).toEqual([
      "Record attendance",
      "Note the outcome",
      "Appointment over",
    ]);
  });
});

describe("nothing about a person travels in an execution", () => {
  it("hands ids to the Lambdas, and of a failure its name", () => {
    const allowed = ["pack.$", "code.$", "version.$", "promise", "failure.$", "token.$"];
    for (const [, { Parameters }] of tasks)
      for (const key of Object.keys(Parameters!.Payload)) expect(allowed).toContain(key);
    expect(JSON.stringify(definition)).not.toContain("Cause");
  });

  it("drops what a Lambda answers", () => {
    for (const [, task] of tasks) expect(task.ResultPath).toBeNull();
  });
});

describe("when a task fails", () => {
  const told = (name: string) => states[states[name]!.Catch!.at(-1)!.Next]!;

  it("ends quietly if a newer version holds, without a retry", () => {
    for (const [, { Retry, Catch }] of tasks) {
      expect(Retry![0]).toEqual({ ErrorEquals: ["Superseded"], MaxAttempts: 0 });
      expect(Catch![0]).toMatchObject({ ErrorEquals: ["Superseded"], ResultPath: null });
      expect(states[Catch![0]!.Next]!.Type).toBe("Succeed");
    }
  });

  it("tells staff which promise failed, and goes on to the next promise", () => {
    for (const name of pathOf(definition).filter((each) => states[each]!.Type === "Task")) {
      expect(told(name).Parameters!.FunctionName).toBe("TellStaffFunction.Arn");
      expect(told(name).Parameters!.Payload["promise"]).toBe(
        states[name]!.Parameters!.Payload["promise"] ?? "end",
      );
      expect(told(name).Next).toBe(states[name]!.Next);
    }
  });

  it("goes on even if staff cannot be told", () => {
    for (const name of pathOf(definition).filter((each) => states[each]!.Type === "Task"))
      expect(told(name).Catch!.at(-1)).toMatchObject({
        ErrorEquals: ["States.ALL"],
        Next: states[name]!.Next,
      });
  });

  it("gives every task a timeout beyond the Lambda's own", () => {
    for (const [, { TimeoutSeconds }] of tasks) expect(TimeoutSeconds).toBeGreaterThan(30);
  });
});

describe("retries last as long as what they wait for", () => {
  it("has an answer to every error that a step can throw", () => {
    for (const name of Object.keys(errors).filter((each) => each !== "isRefusal"))
      expect(retrier(name)?.ErrorEquals).toEqual([name]);
  });

  it("outlasts a claim of 60 seconds", () => {
    expect(longestWait(retrier("StillClaimed"))).toBeGreaterThan(60 + 10);
  });

  it("tries for about ten minutes while a provider throttles, spread out, and never more than twenty", () => {
    const throttled = retrier("Throttled");
    expect(throttled.JitterStrategy).toBe("FULL");
    expect(longestWait(throttled) / 2 / 60).toBeCloseTo(10, 0);
    expect(longestWait(throttled)).toBeLessThanOrEqual(20 * 60);
  });

  it("outlasts a skew of two minutes between clocks", () => {
    expect(longestWait(retrier("TooEarly"))).toBeGreaterThanOrEqual(120);
  });

  it("looks for the named errors before any failure at all", () => {
    for (const [, { Retry }] of tasks) expect(Retry!.at(-1)!.ErrorEquals).toContain("States.TaskFailed");
  });
});

describe("the machine", () => {
  it("outlives any booking, and ends before AWS would end it", () => {
    const day = 24 * 60 * 60;
    expect(definition.TimeoutSeconds).toBeGreaterThan(301 * day);
    expect(definition.TimeoutSeconds).toBeLessThan(365 * day);
  });

  it("is traced, and logs every state without the data of the execution", () => {
    const { Properties } = stack.resources["TaxdomeAppointmentMachine"]!;
    expect(Properties["TracingConfiguration"]).toEqual({ Enabled: true });
    expect(Properties["LoggingConfiguration"]).toMatchObject({
      Level: "ALL",
      IncludeExecutionData: false,
    });
  });
});
