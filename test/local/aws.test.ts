import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import {
  GetExecutionHistoryCommand,
  ListStateMachinesCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { expect, test } from "vitest";
import { aWorld, machine } from "./fixtures/world.ts";

const { url, awsUrl, at, states, local, advance, start } = aWorld();

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
    (await fetch(awsUrl(), { method: "POST", headers, body: "{}" })).json();
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
  const eml = await fetch(`${url()}/local/mail/${MessageId}.eml`);
  expect(await eml.text()).toContain(`Message-ID: <${MessageId}@eu-west-1.amazonses.com>`);
  await expect(
    new SNSClient(at()).send(new PublishCommand({ PhoneNumber: "0612", Message: "x" })),
  ).rejects.toMatchObject({ name: "InvalidParameterException" });
});

test("a secret has one value, however often it is read", async () => {
  const read = () =>
    new SecretsManagerClient(at()).send(new GetSecretValueCommand({ SecretId: "kept-links" }));
  const { SecretString } = await read();
  expect(JSON.parse(SecretString ?? "")).toEqual({ current: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await read()).SecretString).toBe(SecretString);
});

test("a function is invoked by hand, and its failure is told as Lambda does", async () => {
  const invoke = (name: string, headers: Record<string, string> = {}) =>
    fetch(`${awsUrl()}/2015-03-31/functions/${name}/invocations`, {
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
