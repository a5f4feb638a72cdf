import { expect, test } from "vitest";
import { readAssembly } from "#local/assembly.ts";
import { CannotStart } from "#local/cannot-start.ts";
import { aFolder, aFunction, anAssembly, aSmallStack, aTable } from "./fixtures/assembly.ts";

const arnOf = (name: string) => ({ "Fn::GetAtt": [name, "Arn"] });
const aRule = (more: object) => ({
  Type: "AWS::Events::Rule",
  Properties: { Targets: [{ Id: "t", Arn: arnOf("Echo") }], ...more },
});
const withEcho = (more: Record<string, object>) =>
  anAssembly({ Table: aTable, Echo: aFunction("echo"), ...more });

test("a stack becomes functions, routes, schedules, rules, tables, machines and secrets", () => {
  const assembly = readAssembly(anAssembly());
  expect(assembly.functions.map(({ name }) => name)).toEqual([
    "echo",
    "http",
    "never",
    "broken",
    "sweep",
    "told",
  ]);
  expect(assembly.functions[0]).toEqual({
    name: "echo",
    source: "lambdas/echo.ts",
    handler: "handler",
    timeoutSeconds: 2,
    environment: { KEPT_TABLE: "kept" },
  });
  expect(assembly.routes).toMatchObject([
    { routeKey: "GET /v1/{pack}/about", functionName: "http" },
    { routeKey: "POST /v1/{pack}/appointments", functionName: "http" },
  ]);
  expect(assembly.schedules).toEqual([{ name: "Sweeping", everyMinutes: 5, functionName: "sweep" }]);
  expect(assembly.statusRules).toEqual([
    {
      name: "Ended",
      statuses: ["SUCCEEDED", "ABORTED"],
      machineArns: ["arn:aws:states:eu-west-1:000000000000:stateMachine:kept-test"],
      functionName: "told",
    },
  ]);
  expect(assembly.tables.map(({ name, indexes }) => [name, indexes[0]?.IndexName])).toEqual([
    ["kept", "due"],
  ]);
  expect(assembly.machines[0]?.definition).toContain(":function:echo");
  expect(assembly.secrets).toEqual([{ name: "kept-links", template: "{}", key: "current" }]);
});

test("a schedule of EventBridge Scheduler gives its own input", () => {
  const folder = withEcho({
    Daily: {
      Type: "AWS::Scheduler::Schedule",
      Properties: { ScheduleExpression: "rate(1 day)", Target: { Arn: arnOf("Echo"), Input: '{"a":1}' } },
    },
  });
  expect(readAssembly(folder).schedules).toEqual([
    { name: "Daily", everyMinutes: 1440, functionName: "echo", input: { a: 1 } },
  ]);
});

test("a mapping of a queue to a function is read", () => {
  const folder = withEcho({
    Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "mail" } },
    Mapping: {
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: { EventSourceArn: arnOf("Queue"), FunctionName: { Ref: "Echo" } },
    },
  });
  expect(readAssembly(folder).eventSources).toEqual([
    { queueArn: "arn:aws:sqs:eu-west-1:000000000000:mail", functionName: "echo", batchSize: 10 },
  ]);
});

test("what nobody runs may be beyond us", () => {
  const folder = withEcho({
    Pool: { Type: "AWS::Cognito::UserPool", Properties: { X: { "Fn::Cidr": [] } } },
  });
  expect(readAssembly(folder).functions).toHaveLength(1);
});

test.each([
  [
    "a cron schedule that is not for once a day",
    { Rule: aRule({ ScheduleExpression: "cron(0 8 ? * MON *)" }) },
    /Rule is "cron\(0 8 \? \* MON \*\)"/,
  ],
  ["another event", { Rule: aRule({ EventPattern: { source: ["aws.s3"] } }) }, /Rule\.EventPattern/],
  [
    "a stream",
    {
      Map: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: { EventSourceArn: "arn:aws:kinesis:x", FunctionName: "echo" },
      },
    },
    /arn:aws:kinesis:x/,
  ],
  [
    "a function without a source",
    { Echo: { ...aFunction("echo"), Metadata: {} }, Rule: aRule({ ScheduleExpression: "rate(1 hour)" }) },
    /The rule Rule calls echo/,
  ],
])("%s that would call a function is refused by name", (_, resources, message) => {
  const folder = withEcho(resources);
  expect(() => readAssembly(folder)).toThrow(message);
  expect(() => readAssembly(folder)).toThrow(CannotStart);
});

test("a folder without an assembly says how to make one", () => {
  expect(() => readAssembly(aFolder())).toThrow(/npm run synth/);
});

test("a change of the fixture shows in the records", () => {
  const { Sweeping: _, ...rest } = aSmallStack() as Record<string, object>;
  expect(readAssembly(anAssembly(rest)).schedules).toEqual([]);
});
