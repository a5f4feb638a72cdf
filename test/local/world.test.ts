import { createServer } from "node:net";
import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { startWorld, type World } from "#local/world.ts";
import { lockFolder } from "#local/world-lock.ts";
import { aFolder, anAssembly, fixtureRoot } from "./fixtures/assembly.ts";

const machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-test";
const now = instant("2026-12-01T09:02:00Z");
const assembly = readAssembly(anAssembly());
const data = aFolder();
const open = (more: object = {}) =>
  startWorld({ assembly, root: fixtureRoot, data, ports: { api: 0, aws: 0 }, now, ...more });

let world: World;
const at = () => ({
  endpoint: world.awsUrl,
  region: "eu-west-1",
  credentials: { accessKeyId: "x", secretAccessKey: "x" },
  maxAttempts: 1,
});
const states = () => new SFNClient(at());
const table = () => new DynamoDBClient(at());

const local = async (path: string, body?: unknown) => {
  const request = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${world.url}/local/${path}`, request);
  return {
    status: response.status,
    body: (await response.json()) as { now: string } & Record<string, unknown>,
  };
};
const advance = (length: string) => local("clock", { advance: length });
const start = (name: string, until: string) =>
  states().send(
    new StartExecutionCommand({ stateMachineArn: machine, name, input: JSON.stringify({ until }) }),
  );
const wake = (id: string, wakeAt: string) => {
  const Item = { pk: { S: id }, sk: { S: "head" }, wakeShard: { S: "1" }, wakeAt: { S: wakeAt } };
  return table().send(new PutItemCommand({ TableName: "kept", Item }));
};
const item = async (pk: string, sk = "head") =>
  (await table().send(new GetItemCommand({ TableName: "kept", Key: { pk: { S: pk }, sk: { S: sk } } }))).Item;

beforeAll(async () => {
  world = await open();
});
afterAll(() => world.stop());
beforeEach(() => local("reset", {}));

test("the gateway makes an event of a request, and an answer of what the function returned", async () => {
  const response = await fetch(`${world.url}/v1/solar/appointments?a=1&a=2&b=%20`, {
    method: "POST",
    headers: { "content-type": "application/json", "Idempotency-Key": "k" },
    body: '{"x":"é"}',
  });
  expect(response.status).toBe(201);
  expect(response.headers.get("x-seen")).toBe("1");
  expect(response.headers.get("set-cookie")).toBe("a=1");
  expect(await response.json()).toMatchObject({
    version: "2.0",
    routeKey: "POST /v1/{pack}/appointments",
    rawPath: "/v1/solar/appointments",
    rawQueryString: "a=1&a=2&b=%20",
    queryStringParameters: { a: "1,2", b: " " },
    pathParameters: { pack: "solar" },
    headers: { "idempotency-key": "k" },
    requestContext: { http: { method: "POST", path: "/v1/solar/appointments", sourceIp: "127.0.0.1" } },
    body: '{"x":"é"}',
    isBase64Encoded: false,
  });
});

test("what leads nowhere, and what is too long, is told as a problem", async () => {
  const nowhere = await fetch(`${world.url}/elsewhere`);
  expect(nowhere.headers.get("content-type")).toBe("application/problem+json");
  expect(await nowhere.json()).toMatchObject({ status: 404, code: "not-found", title: "Not Found" });
  const post = (length: number) =>
    fetch(`${world.url}/v1/solar/appointments`, { method: "POST", body: "x".repeat(length) });
  expect((await post(64 * 1024)).status).toBe(201);
  expect((await post(64 * 1024 + 1)).status).toBe(413);
});

test("thirty days pass in a moment, and the wait, the task and the rule on its end ran at theirs", async () => {
  await start("a", "2026-12-31T09:02:00Z");
  const begun = performance.now();
  expect((await advance("P30D")).body.now).toMatch(/^2026-12-31T09:02:00/);
  expect(performance.now() - begun).toBeLessThan(1000);
  const { executions } = await states().send(
    new ListExecutionsCommand({ stateMachineArn: machine, statusFilter: "SUCCEEDED" }),
  );
  expect(executions?.[0]).toMatchObject({
    name: "a",
    startDate: expect.any(Date),
    stopDate: new Date("2026-12-31T09:02:00Z"),
  });
  const output = (
    await states().send(new DescribeExecutionCommand({ executionArn: executions?.[0]?.executionArn }))
  ).output;
  expect(JSON.parse(output ?? "")).toMatchObject({
    clock: Date.parse("2026-12-31T09:02:00Z"),
    table: "kept",
  });
  expect(await item("told", "a")).toMatchObject({ status: { S: "SUCCEEDED" } });
});

test("a history is read in pages, from either end, with or without data", async () => {
  const { executionArn } = await start("a", "2026-12-02T00:00:00Z");
  await advance("P1D");
  const history = (more: object) => states().send(new GetExecutionHistoryCommand({ executionArn, ...more }));
  const first = await history({ maxResults: 3 });
  const rest = await history({ nextToken: first.nextToken });
  const ids = [...(first.events ?? []), ...(rest.events ?? [])].map(({ id }) => id);
  expect(ids).toEqual(ids.map((_, index) => index + 1));
  expect(first.events?.map(({ type }) => type)).toEqual([
    "ExecutionStarted",
    "WaitStateEntered",
    "WaitStateExited",
  ]);
  expect((await history({ reverseOrder: true, maxResults: 1 })).events?.[0]?.type).toBe("ExecutionSucceeded");
  expect(
    (await history({ includeExecutionData: false })).events?.[0]?.executionStartedEventDetails?.input,
  ).toBeUndefined();
  expect(first.events?.[0]?.executionStartedEventDetails?.input).toContain("until");
});

test("Step Functions refuses in its own words", async () => {
  await start("a", "2027-01-01T00:00:00Z");
  await expect(start("a", "2027-01-02T00:00:00Z")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  const nobody = `${machine.replace("stateMachine", "execution")}:nobody`;
  await expect(states().send(new StopExecutionCommand({ executionArn: nobody }))).rejects.toMatchObject({
    name: "ExecutionDoesNotExist",
  });
  const { stateMachines } = await states().send(new ListStateMachinesCommand({}));
  expect(stateMachines).toMatchObject([{ stateMachineArn: machine, name: "kept-test" }]);
});

test("an action and a service that are not served are refused by their names", async () => {
  const call = async (headers: Record<string, string>) =>
    (await fetch(world.awsUrl, { method: "POST", headers, body: "{}" })).json();
  expect(await call({ "x-amz-target": "AWSStepFunctions.CreateActivity" })).toMatchObject({
    __type: "UnknownOperationException",
    message: expect.stringContaining("CreateActivity"),
  });
  expect(
    await call({ authorization: "AWS4-HMAC-SHA256 Credential=x/20261201/eu-west-1/kms/aws4_request" }),
  ).toMatchObject({ message: expect.stringContaining("kms") });
});

test("mails and texts end in the outbox with their labels, and the raw mail can be had", async () => {
  const raw = "From: service@kept.example\r\nTo: anna@example.com\r\nSubject: Hoi & dag\r\n\r\nTot dan\r\n";
  const Tags = Object.entries({ kind: "reminder", promise: "email-PT48H", language: "nl", ledger: "l" }).map(
    ([Name, Value]) => ({ Name, Value }),
  );
  const ses = new SESClient(at());
  const { MessageId } = await ses.send(
    new SendRawEmailCommand({
      Destinations: ["anna@example.com"],
      RawMessage: { Data: Buffer.from(raw) },
      Tags,
    }),
  );
  const sms = new PublishCommand({
    PhoneNumber: "+31612345678",
    Message: "Tot zo",
    MessageAttributes: { kind: { DataType: "String", StringValue: "reminder" } },
  });
  await new SNSClient(at()).send(sms);
  expect((await local("mail")).body).toMatchObject([
    {
      id: MessageId,
      to: "anna@example.com",
      kind: "reminder",
      promise: "email-PT48H",
      language: "nl",
      subject: "Hoi & dag",
      text: "Tot dan\n",
    },
  ]);
  expect((await local("sms")).body).toMatchObject([
    { to: "+31612345678", text: "Tot zo", kind: "reminder", promise: "" },
  ]);
  const eml = await fetch(`${world.url}/local/mail/${MessageId}.eml`);
  expect(await eml.text()).toContain(`Message-ID: <${MessageId}@eu-west-1.amazonses.com>`);
  await expect(
    new SNSClient(at()).send(new PublishCommand({ PhoneNumber: "0612", Message: "x" })),
  ).rejects.toMatchObject({ name: "InvalidParameterException" });
});

test("a secret has one value, now and after a restart", async () => {
  const read = () =>
    new SecretsManagerClient(at()).send(new GetSecretValueCommand({ SecretId: "kept-links" }));
  const { SecretString } = await read();
  expect(JSON.parse(SecretString ?? "")).toEqual({ current: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await read()).SecretString).toBe(SecretString);
});

test("a function is invoked by hand, and its failure is told as Lambda does", async () => {
  const invoke = (name: string, headers: Record<string, string> = {}) =>
    fetch(`${world.awsUrl}/2015-03-31/functions/${name}/invocations`, {
      method: "POST",
      headers: {
        authorization: "AWS4-HMAC-SHA256 Credential=x/20261201/eu-west-1/lambda/aws4_request",
        ...headers,
      },
      body: '{"a":1}',
    });
  expect(await (await invoke("echo")).json()).toMatchObject({ event: { a: 1 }, functionName: "echo" });
  const broken = await invoke("broken");
  expect(broken.headers.get("x-amz-function-error")).toBe("Unhandled");
  expect(await broken.json()).toMatchObject({ errorType: "Superseded" });
  expect((await invoke("echo", { "x-amz-invocation-type": "Event" })).status).toBe(202);
  expect((await invoke("nobody")).status).toBe(404);
});

test("the sweeper runs at the tick after a wake, and the clock waits for it", async () => {
  await wake("a", "2026-12-10T09:01:00.000Z");
  await advance("P17D");
  expect(await item("a")).toMatchObject({ sweptAt: { S: "2026-12-10T09:05:00.000Z" } });
});

test("an advance waits for a request that is being answered", async () => {
  const requests = Promise.all(
    Array.from({ length: 20 }, (_, index) => wake(`w${index}`, "2026-12-01T09:03:00.000Z")),
  );
  await requests;
  await advance("PT10M");
  const { Items } = await table().send(new ScanCommand({ TableName: "kept" }));
  expect(Items?.map(({ sweptAt }) => sweptAt?.S)).toEqual(Array(20).fill("2026-12-01T09:05:00.000Z"));
});

test.each([
  [{ advance: "2 days" }, 400, "invalid-time"],
  [{ advance: "P2D", to: "2027-01-01T00:00:00Z" }, 400, "invalid-body"],
  [{ to: "2026-02-30T00:00:00Z" }, 400, "invalid-time"],
  [{ to: "2026-11-30T00:00:00Z" }, 409, "clock-in-past"],
  [{ advance: "-P1D" }, 409, "clock-in-past"],
  ["P1D", 400, "invalid-body"],
])("the clock refuses %j", async (body, status, code) => {
  expect(await local("clock", body)).toMatchObject({ status, body: { status, code } });
});

test("a day is a day of the calendar, and a moment may be named", async () => {
  expect((await advance("P1M")).body.now).toMatch(/^2027-01-01T09:02:00/);
  expect((await local("clock", { to: "2027-02-01T00:00:00+01:00" })).body.now).toBe(
    "2027-01-31T23:00:00.000Z",
  );
  const read = (await local("clock")).body.now;
  expect(read >= "2027-01-31T23:00:00.000Z").toBe(true);
});

test("a reset leaves an empty table, no executions, no mail, and the clock at its start", async () => {
  await start("a", "2027-01-01T00:00:00Z");
  await wake("w", "2027-01-01T00:00:00.000Z");
  await advance("P3D");
  expect((await local("reset", {})).body.now).toMatch(/^2026-12-01T09:02:0/);
  expect(await item("w")).toBeUndefined();
  const { executions } = await states().send(new ListExecutionsCommand({ stateMachineArn: machine }));
  expect(executions).toEqual([]);
  await expect(start("a", "2027-01-02T00:00:00Z")).resolves.toBeDefined();
});

test("a world that was stopped goes on where it was: clock, executions, outbox and table", async () => {
  const { executionArn } = await start("a", "2026-12-20T00:00:00Z");
  await wake("w", "2026-12-15T00:00:00.000Z");
  await new SNSClient(at()).send(new PublishCommand({ PhoneNumber: "+31612345678", Message: "Tot zo" }));
  await advance("P10D");
  await world.stop();
  world = await open({ now: instant("2030-01-01T00:00:00Z") });
  expect((await local("clock")).body.now).toMatch(/^2026-12-11T09:02:/);
  expect((await local("sms")).body).toHaveLength(1);
  await local("clock", { to: "2026-12-21T00:00:00Z" });
  expect(await item("w")).toMatchObject({ sweptAt: { S: "2026-12-15T00:00:00.000Z" } });
  const { status, stopDate } = await states().send(new DescribeExecutionCommand({ executionArn }));
  expect([status, stopDate]).toEqual(["SUCCEEDED", new Date("2026-12-20T00:00:00Z")]);
  await world.stop();
  world = await open();
});

test("what stands in the way of a start is one line, and leaves nothing open", async () => {
  await world.stop();
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  await expect(open({ ports: { api: port, aws: 0 } })).rejects.toThrow(
    `Port ${port} is taken; end what listens there, or set KEPT_PORT to another port.`,
  );
  taken.close();
  const unlock = lockFolder(data);
  await expect(open()).rejects.toThrow(/^Another world runs on .*KEPT_DATA to another folder\.$/);
  unlock();
  world = await open();
  await expect(open()).rejects.toThrow("a process holds one");
});
