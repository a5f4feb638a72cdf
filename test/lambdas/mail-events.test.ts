import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { expect, test, vi } from "vitest";
import { ledgerTag, sendKey } from "#core/message/send.ts";
import { deliver } from "#steps/deliver.ts";
import { aBookedAppointment, theAppointment } from "../builders/booking.ts";
import { aWorld } from "../builders/world.ts";

const current = vi.hoisted(() => {
  process.env["POWERTOOLS_LOG_LEVEL"] = "SILENT";
  return { world: undefined as unknown };
});
vi.mock("../../lambdas/shared/ports.ts", () => ({ ports: () => current.world }));

const { handler } = (await import("../../lambdas/mail-events.ts")) as unknown as {
  handler: (event: SQSEvent, context: object) => Promise<SQSBatchResponse>;
};

const batch = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, at) => ({ messageId: `m${at}`, body }) as SQSEvent["Records"][number]),
});

/** A reminder that was sent, in the world that the Lambda finds. */
const aSentReminder = async () => {
  const world = aWorld();
  current.world = world;
  const { code } = await aBookedAppointment(world);
  world.setNow("2026-12-08T09:00:00.000Z");
  await deliver(world, { pack: "taxdome", code, version: 1, promise: "email-PT48H" });
  const key = sendKey(await theAppointment(world, code), 1, "email-PT48H", "reminder", "email");
  const mail = { messageId: "1", timestamp: world.now(), tags: { ledger: [ledgerTag(key)] } };
  const delivery = JSON.stringify({ eventType: "Delivery", mail, delivery: { timestamp: world.now() } });
  return { world, key, delivery };
};

test("a message that cannot be read comes back alone: the others of its batch are done", async () => {
  const { world, key, delivery } = await aSentReminder();
  const answer = await handler(batch("not even JSON", delivery, '{"eventType":"Open"}'), {});
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }, { itemIdentifier: "m2" }] });
  expect(await world.table.get(key)).toMatchObject({ deliveredAt: world.now() });
});

test("a message stays in the queue while the table does not answer", async () => {
  const { world, delivery } = await aSentReminder();
  world.table.get = () => Promise.reject(new Error("the table does not answer"));
  expect(await handler(batch(delivery), {})).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }] });
});

test("a report of somebody else's mail is done with", async () => {
  const { delivery } = await aSentReminder();
  const report = JSON.parse(delivery) as { mail: object };
  const foreign = JSON.stringify({ ...report, mail: { ...report.mail, tags: {} } });
  expect(await handler(batch(foreign), {})).toEqual({ batchItemFailures: [] });
});
