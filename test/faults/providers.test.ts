import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { createMailer } from "#adapters/mailer.ts";
import { oneAttempt } from "#adapters/sending.ts";
import { createTexter } from "#adapters/texter.ts";
import { minute } from "#core/time.ts";
import { aBookedAppointment, theAppointment } from "../builders/booking.ts";
import { judge } from "../witness/witness.ts";
import { onThisMachine } from "./durable.ts";
import { aProviderServer, type ProviderServer } from "./provider-server.ts";
import { aProxy, type Fault, type Passing, type Proxy, queryRefusal } from "./proxy.ts";
import { aStage, type Stage } from "./stage.ts";

interface Sending {
  readonly stage: Stage;
  readonly proxy: Proxy;
  readonly provider: ProviderServer;
  readonly code: string;
}

/** An appointment on 10 December at 09:00 UTC whose mails and texts go by the real clients, through a proxy. */
const sendingThroughAProxy = async (): Promise<Sending> => {
  const provider = await aProviderServer();
  const proxy = await aProxy(provider.url);
  const stage = aStage();
  const client = { ...onThisMachine, ...oneAttempt(), endpoint: proxy.url };
  Object.assign(stage.world, {
    mailer: createMailer({ sender: "appointments@kept.example", client: new SESClient(client) }),
    texter: createTexter({ client: new SNSClient(client) }),
  });
  const { code } = await aBookedAppointment(stage.world);
  return { stage, proxy, provider, code };
};

const onlySms = ({ operation }: Passing): boolean => operation === "Publish";
const onlyMail = ({ operation }: Passing): boolean => operation === "SendRawEmail";

const fail =
  (which: (passing: Passing) => boolean, fault: Fault) =>
  (passing: Passing): Fault | undefined =>
    which(passing) ? fault : undefined;

const passTo = ({ world, pass }: Stage, moment: string) => pass(Date.parse(moment) - Date.parse(world.now()));

const holds = async ({ stage, provider, proxy }: Sending): Promise<void> => {
  proxy.rule = () => undefined;
  await stage.rest();
  expect(judge({ ...stage.evidence(), outbox: provider.outbox })).toEqual([]);
};

const stateOf = async ({ stage, code }: Sending, promise: string) =>
  (await theAppointment(stage.world, code)).promises[promise];

const asked = ({ proxy }: Sending, promise: string): number =>
  proxy.seen.filter(({ body }) => body.includes(promise)).length;

const tasks = ({ stage }: Sending): string[] =>
  stage.world.table.all().flatMap((item) => (item["type"] === "task" ? [String(item["what"])] : []));

describe("between the clients and SES", () => {
  test("SES accepts, response lost", async () => {
    const sending = await sendingThroughAProxy();
    await passTo(sending.stage, "2026-12-08T08:59:00Z");
    sending.proxy.rule = fail(onlyMail, "lose-answer");
    await sending.stage.pass(10 * minute);
    expect(await stateOf(sending, "email-PT48H")).toMatchObject({ state: "unknown", reason: "reset" });
    expect(asked(sending, "email-PT48H")).toBe(1);
    expect(tasks(sending)).toEqual(["send-unknown"]);
    await holds(sending);
  });

  test.each([
    ["throttled", queryRefusal("Throttling", "Maximum sending rate exceeded."), "late"],
    ["454", queryRefusal("Throttling", "454 Throttling failure: Daily message quota exceeded"), "late"],
    ["429", queryRefusal("TooManyRequestsException", "slow down", 429), "late"],
    ["5xx", queryRefusal("ServiceUnavailable", "later", 503), "unknown"],
  ] as const)("SES throttled / 454 / 5xx for 30 min: %s", async (_name, fault, ends) => {
    const sending = await sendingThroughAProxy();
    await passTo(sending.stage, "2026-12-08T08:59:00Z");
    sending.proxy.rule = fail(onlyMail, fault);
    await sending.stage.pass(31 * minute);
    sending.proxy.rule = () => undefined;
    await sending.stage.pass(20 * minute);
    expect(await stateOf(sending, "email-PT48H")).toMatchObject({ state: ends });
    await holds(sending);
  });

  test("SES throttled for 30 min over the last reminder: nothing goes out when it no longer helps", async () => {
    const sending = await sendingThroughAProxy();
    await passTo(sending.stage, "2026-12-10T07:59:00Z");
    sending.proxy.rule = fail(onlyMail, queryRefusal("Throttling", "Maximum sending rate exceeded."));
    await sending.stage.pass(31 * minute);
    await holds(sending);
    expect(await stateOf(sending, "email-PT1H")).toMatchObject({ state: "skipped", reason: "passed" });
    expect(tasks(sending)).toContain("send-missed");
  });

  test("SES sandbox reject, suppressed address", async () => {
    for (const message of ["Email address is not verified.", "Address is on the suppression list"]) {
      const sending = await sendingThroughAProxy();
      await passTo(sending.stage, "2026-12-08T08:59:00Z");
      sending.proxy.rule = fail(onlyMail, queryRefusal("MessageRejected", message));
      await sending.stage.pass(60 * minute);
      expect(await stateOf(sending, "email-PT48H")).toMatchObject({ state: "failed" });
      expect(asked(sending, "email-PT48H")).toBe(1);
      expect(tasks(sending)).toEqual(["send-failed"]);
      await holds(sending);
    }
  });
});

describe("between the clients and SNS", () => {
  test.each([
    ["opted-out", queryRefusal("OptedOut", "Phone number is opted out")],
    ["spend-limit", queryRefusal("InvalidParameter", "monthly spend limit reached")],
    ["invalid-number", queryRefusal("InvalidParameter", "Invalid parameter: PhoneNumber")],
  ])("SNS opted out, spend limit, invalid number: %s", async (reason, fault) => {
    const sending = await sendingThroughAProxy();
    await passTo(sending.stage, "2026-12-10T08:29:00Z");
    sending.proxy.rule = fail(onlySms, fault);
    await sending.stage.pass(25 * minute);
    expect(await stateOf(sending, "sms-PT30M")).toMatchObject({ state: "failed", reason });
    expect(sending.proxy.seen.filter(onlySms)).toHaveLength(1);
    expect(await stateOf(sending, "sms-PT30M-by-email")).toMatchObject({ state: "kept" });
    expect(tasks(sending)).toEqual(["send-failed"]);
    await holds(sending);
  });

  test("SNS publish twice by SDK retry", async () => {
    const sending = await sendingThroughAProxy();
    await passTo(sending.stage, "2026-12-10T08:29:00Z");
    sending.proxy.rule = fail(onlySms, "lose-answer");
    await sending.stage.pass(25 * minute);
    expect(sending.provider.outbox.filter(({ channel }) => channel === "sms")).toHaveLength(1);
    expect(sending.proxy.seen.filter(onlySms)).toHaveLength(1);
    expect(await stateOf(sending, "sms-PT30M")).toMatchObject({ state: "unknown" });
    await holds(sending);
  });
});
