import { SESClient } from "@aws-sdk/client-ses";
import { afterEach, expect, it } from "vitest";
import { createMailer } from "#adapters/mailer.ts";
import type { OutgoingMail, Sending } from "#adapters/ports.ts";
import { oneAttempt } from "#adapters/sending.ts";
import { answering, closedPort, loopback, onLoopback, queryError } from "./loopback.ts";

const mail: OutgoingMail = {
  to: { name: "Jan Smit", address: "jan@customer.example" },
  fromName: "TaxDome",
  subject: "Geboekt",
  text: "Beste Jan",
  html: "<p>Beste Jan</p>",
  labels: { kind: "confirmation", promise: "confirmation", language: "nl", ledger: "k7_1-email" },
};

const clients: SESClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

const sendTo = (port: number): Promise<Sending> => {
  const client = new SESClient({ ...oneAttempt(300), ...onLoopback(port) });
  clients.push(client);
  return createMailer({ sender: "kept@kept.example", client }).send(mail);
};

const sendAgainst = async (answer: Parameters<typeof loopback>[0]) => {
  const server = await loopback(answer);
  const sending = await sendTo(server.port);
  await server.close();
  return { sending, connections: server.connections(), received: server.received() };
};

const accepted =
  "<SendRawEmailResponse><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>";

it("accepted: SES names the message", async () => {
  const { sending, received } = await sendAgainst(answering(200, accepted));
  expect(sending).toEqual({ outcome: "accepted", messageId: "m-1" });
  expect(received).toContain("Action=SendRawEmail");
});

it.each([
  [400, "Throttling", "Maximum sending rate exceeded.", "throttled", "throttling"],
  [454, "Throttling", "Daily message quota exceeded", "throttled", "throttling"],
  [429, "TooManyRequestsException", "slow down", "throttled", "too-many-requests"],
  [400, "AccountSendingPausedException", "paused", "throttled", "account-sending-paused"],
  [400, "LimitExceeded", "limit", "throttled", "limit-exceeded"],
  [403, "ExpiredToken", "expired", "throttled", "expired-token"],
  [
    400,
    "MessageRejected",
    "Email address is not verified: jan@customer.example",
    "rejected",
    "address-not-verified",
  ],
  [400, "MessageRejected", "virus", "rejected", "message-rejected"],
  [400, "MailFromDomainNotVerifiedException", "x", "rejected", "sender-not-verified"],
  [400, "InvalidParameterValue", "Missing final '@domain'", "rejected", "invalid-address"],
  [400, "InvalidParameterValue", "Illegal tag", "rejected", "invalid-parameter-value"],
  [403, "AccessDenied", "no", "rejected", "access-denied"],
  [408, "RequestTimeout", "too slow", "unknown", "status-408"],
  [500, "InternalFailure", "oops", "unknown", "status-500"],
  [503, "ServiceUnavailable", "later", "unknown", "status-503"],
] as const)("%i %s (%s) is %s: %s, after one attempt", async (status, code, message, outcome, reason) => {
  const { sending, connections } = await sendAgainst(answering(status, queryError(code, message)));
  expect(sending).toEqual({ outcome, reason });
  expect(connections).toBe(1);
});

it("unknown: the connection was reset after SES had the mail", async () => {
  const { sending, connections } = await sendAgainst((socket) => socket.resetAndDestroy());
  expect(sending).toEqual({ outcome: "unknown", reason: "reset" });
  expect(connections).toBe(1);
});

it("unknown: the connection was closed without an answer", async () => {
  const { sending } = await sendAgainst((socket) => socket.end());
  expect(sending).toEqual({ outcome: "unknown", reason: "reset" });
});

it("unknown: SES never answered", async () => {
  const { sending, connections } = await sendAgainst(() => undefined);
  expect(sending).toEqual({ outcome: "unknown", reason: "timeout" });
  expect(connections).toBe(1);
});

it("unknown: the answer broke off", async () => {
  const { sending } = await sendAgainst((socket) =>
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<SendRaw", () => socket.resetAndDestroy()),
  );
  expect(sending.outcome).toBe("unknown");
});

it("throttled: nobody listened, so nothing was sent", async () => {
  expect(await sendTo(await closedPort())).toEqual({ outcome: "throttled", reason: "unreachable" });
});

it("two mails never share a connection, which may have died in between", async () => {
  const server = await loopback((socket) =>
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${accepted.length}\r\n\r\n${accepted}`),
  );
  const client = new SESClient({ ...oneAttempt(300), ...onLoopback(server.port) });
  clients.push(client);
  const mailer = createMailer({ sender: "kept@kept.example", client });
  await mailer.send(mail);
  await mailer.send(mail);
  expect(server.connections()).toBe(2);
  await server.close();
});
