import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Taken } from "../witness/evidence.ts";
import { listening } from "./listening.ts";

export interface ProviderServer {
  readonly url: string;
  /** What SES and SNS took, by their own word. */
  readonly outbox: readonly Taken[];
}

/** SES and SNS as far as one message goes: they take it, write it down, and say so. */
export const aProviderServer = async (): Promise<ProviderServer> => {
  const outbox: Taken[] = [];
  const take = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(incoming));
    const messageId = `message-${outbox.length + 1}`;
    outbox.push({ ...takenFrom(form), messageId });
    outgoing.writeHead(200, { "content-type": "text/xml" }).end(taken(form.get("Action") ?? "", messageId));
  };
  const url = await listening(createServer((incoming, outgoing) => void take(incoming, outgoing)));
  return { url, outbox };
};

const taken = (action: string, messageId: string): string =>
  `<${action}Response><${action}Result><MessageId>${messageId}</MessageId></${action}Result></${action}Response>`;

const takenFrom = (form: URLSearchParams): Omit<Taken, "messageId"> =>
  form.get("Action") === "Publish"
    ? {
        ...labelsIn(form, "MessageAttributes.entry", "Value.StringValue"),
        channel: "sms",
        to: form.get("PhoneNumber") ?? "",
        content: form.get("Message") ?? "",
      }
    : {
        ...labelsIn(form, "Tags.member", "Value"),
        channel: "email",
        to: form.get("Destinations.member.1") ?? "",
        content: Buffer.from(form.get("RawMessage.Data") ?? "", "base64").toString(),
      };

/** Labels travel as numbered pairs of name and value. */
const labelsIn = (form: URLSearchParams, list: string, value: string) => {
  const labels = new Map<string, string>();
  for (let at = 1; form.has(`${list}.${at}.Name`); at += 1)
    labels.set(form.get(`${list}.${at}.Name`) ?? "", form.get(`${list}.${at}.${value}`) ?? "");
  return { ledger: labels.get("ledger") ?? "", kind: labels.get("kind") ?? "" };
};
