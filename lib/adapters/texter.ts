import { type MessageAttributeValue, PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { MessageLabels, Texter } from "./ports.ts";
import { answered, failed, type KnownRefusal, oneAttempt } from "./sending.ts";

interface Settings {
  /** Up to 11 letters and digits in place of a number, where a country allows it. */
  readonly senderId?: string | undefined;
  readonly client?: SNSClient;
}

/** Sends by SNS, once. Never throws for what SNS or the network does: see `Sending` for the outcomes. */
export const createTexter = ({ senderId, client = new SNSClient(oneAttempt()) }: Settings): Texter => ({
  send: async ({ to, text, labels }) => {
    if (!/^\+[1-9]\d{1,14}$/.test(to)) return { outcome: "rejected", reason: "invalid-number" };
    const command = new PublishCommand({
      PhoneNumber: to,
      Message: text,
      MessageAttributes: attributes(labels, senderId),
    });
    return client.send(command).then(
      ({ MessageId }) => answered(MessageId),
      (error: unknown) => failed(error, refusals),
    );
  },
});

/** SNS reads those that start with `AWS.`; the others are for the local outbox and the delivery log. */
const attributes = (
  { kind, promise, ledger }: MessageLabels,
  senderId: string | undefined,
): Record<string, MessageAttributeValue> => ({
  "AWS.SNS.SMS.SMSType": named("Transactional"),
  ...(senderId ? { "AWS.SNS.SMS.SenderID": named(senderId) } : {}),
  kind: named(kind),
  promise: named(promise),
  ledger: named(ledger),
});

const named = (value: string): MessageAttributeValue => ({ DataType: "String", StringValue: value });

/** SNS has few names for its refusals, and says the rest in the message. */
const refusals: readonly KnownRefusal[] = [
  { name: "opted-out", says: /^/, reason: "opted-out" },
  { name: "invalid-parameter", says: /opted.?out/i, reason: "opted-out" },
  { name: "invalid-parameter", says: /spend|quota/i, reason: "spend-limit" },
  { name: "invalid-parameter", says: /phone ?number/i, reason: "invalid-number" },
  { name: "user-error", says: /sandbox|verified/i, reason: "number-not-verified" },
  { name: "authorization-error", says: /^/, reason: "not-authorized" },
];
