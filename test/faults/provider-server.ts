import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";
import type { Taken } from "../witness/evidence.ts";

export interface ProviderServer {
  readonly url: string;
  /** What SES and SNS took, by their own word. */
  readonly outbox: readonly Taken[];
}

/** SES and SNS as far as one message goes: they take it, write it down, and say so. */
export const aProviderServer = async (): Promise<ProviderServer> => {
  const outbox: Taken[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const form = new URLSearchParams(await text(incoming));
    const messageId = `message-${outbox.length + 1}`;
    outbox.push({ ...takenFrom(form), messageId });
    const action = form.get("Action") ?? "";
    const answer = `<${action}Response><${action}Result><MessageId>${messageId}</MessageId></${action}Result></${action}Response>`;
    outgoing.writeHead(200, { "content-type": "text/xml" }).end(answer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAllOnce.push(() => void server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, outbox };
};

const afterAllOnce: (() => void)[] = [];
afterAll(() => afterAllOnce.splice(0).forEach((close) => void close()));

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
