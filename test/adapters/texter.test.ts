import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, it } from "vitest";
import type { OutgoingText, Sending } from "#adapters/ports.ts";
import { oneAttempt } from "#adapters/sending.ts";
import { createTexter } from "#adapters/texter.ts";
import { answering, closedPort, loopback, onLoopback, queryError } from "./loopback.ts";

const text: OutgoingText = {
  to: "+31612345678",
  text: "TaxDome: uw sessie",
  labels: { kind: "reminder", promise: "sms-PT30M", language: "nl", ledger: "k7_1-sms" },
};

describe("an SMS", () => {
  const client = new SNSClient({ region: "eu-west-1" });
  const sns = mockClient(client);
  afterEach(() => sns.reset());

  it("goes to the number, as transactional, with its labels", async () => {
    sns.on(PublishCommand).resolves({ MessageId: "s-1" });
    const sending = await createTexter({ senderId: "TaxDome", client }).send(text);
    expect(sending).toEqual({ outcome: "accepted", messageId: "s-1" });
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: "+31612345678",
      Message: "TaxDome: uw sessie",
      MessageAttributes: {
        "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" },
        "AWS.SNS.SMS.SenderID": { DataType: "String", StringValue: "TaxDome" },
        kind: { DataType: "String", StringValue: "reminder" },
        promise: { DataType: "String", StringValue: "sms-PT30M" },
        ledger: { DataType: "String", StringValue: "k7_1-sms" },
      },
    });
  });

  it("names no sender where none is set", async () => {
    sns.on(PublishCommand).resolves({ MessageId: "s-1" });
    await createTexter({ client }).send(text);
    const { MessageAttributes } = sns.commandCalls(PublishCommand)[0]?.args[0].input ?? {};
    expect(Object.keys(MessageAttributes ?? {})).not.toContain("AWS.SNS.SMS.SenderID");
  });

  it.each(["", "0612345678", "+0612345678", "+31 6 12345678", "+3161234567890123"])(
    "%j is no number: nothing is asked of SNS",
    async (to) => {
      const sending = await createTexter({ client }).send({ ...text, to });
      expect(sending).toEqual({ outcome: "rejected", reason: "invalid-number" });
      expect(sns.calls()).toHaveLength(0);
    },
  );
});

describe("the outcome", () => {
  const clients: SNSClient[] = [];
  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
  });

  const sendTo = (port: number): Promise<Sending> => {
    const client = new SNSClient({ ...oneAttempt(300), ...onLoopback(port) });
    clients.push(client);
    return createTexter({ client }).send(text);
  };

  const sendAgainst = async (answer: Parameters<typeof loopback>[0]) => {
    const server = await loopback(answer);
    const sending = await sendTo(server.port);
    await server.close();
    return { sending, connections: server.connections() };
  };

  it.each([
    [400, "InvalidParameter", "Invalid parameter: Phone number is opted out", "rejected", "opted-out"],
    [403, "OptedOut", "x", "rejected", "opted-out"],
    [
      400,
      "InvalidParameter",
      "Invalid parameter: PhoneNumber Reason: +31612345678 is not valid",
      "rejected",
      "invalid-number",
    ],
    [400, "InvalidParameter", "No quota left for account", "rejected", "spend-limit"],
    [400, "InvalidParameter", "Invalid parameter: Message too long", "rejected", "invalid-parameter"],
    [403, "AuthorizationError", "no", "rejected", "not-authorized"],
    [429, "Throttled", "Rate exceeded", "throttled", "throttled"],
    [400, "Throttling", "Rate exceeded", "throttled", "throttling"],
    [500, "InternalError", "oops", "unknown", "status-500"],
  ] as const)(
    "of %i %s (%s) is %s: %s, after one attempt",
    async (status, code, message, outcome, reason) => {
      const { sending, connections } = await sendAgainst(answering(status, queryError(code, message)));
      expect(sending).toEqual({ outcome, reason });
      expect(connections).toBe(1);
    },
  );

  it("of a reset is unknown", async () => {
    const { sending } = await sendAgainst((socket) => socket.resetAndDestroy());
    expect(sending).toEqual({ outcome: "unknown", reason: "reset" });
  });

  it("of silence is unknown", async () => {
    const { sending } = await sendAgainst(() => undefined);
    expect(sending).toEqual({ outcome: "unknown", reason: "timeout" });
  });

  it("of a refused connection is throttled", async () => {
    expect(await sendTo(await closedPort())).toEqual({ outcome: "throttled", reason: "unreachable" });
  });
});
