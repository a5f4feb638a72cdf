import { describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { createClock } from "#local/clock.ts";
import type { Invoked, Store } from "#local/ports.ts";
import { createQueues } from "#local/queues.ts";
import { openStore } from "#local/store.ts";

const topicArn = "arn:aws:sns:eu-west-1:000000000000:reports";
const queueArn = "arn:aws:sqs:eu-west-1:000000000000:reports";
const start = instant("2026-12-01T09:00:00Z");

interface Batch {
  readonly Records: readonly { messageId: string; body: string; eventSourceARN: string }[];
}

/** Time passes in an advance alone: on a busy machine two publications would else lie a millisecond apart. */
const real = (): number => 0;

/** A queue whose reader does what `answer` says; each batch that it got stands in `batches`. */
const aQueue = (answer: (batch: Batch) => Invoked, store: Store = openStore(":memory:"), raw = true) => {
  const batches: string[][] = [];
  const clock = createClock({ store, start, real });
  const queues = createQueues({
    subscriptions: [{ topicArn, protocol: "sqs", endpoint: queueArn, raw }],
    eventSources: [{ queueArn, functionName: "reader", batchSize: 10 }],
    clock,
    store,
    invoke: async (_name, payload) => {
      batches.push((payload as Batch).Records.map(({ body }) => body));
      return answer(payload as Batch);
    },
  });
  const advance = (to: string) => clock.advance(instant(to));
  return { queues, clock, store, batches, advance };
};

const done = (): Invoked => ({ ok: true, payload: { batchItemFailures: [] } });
const failing =
  (body: string) =>
  ({ Records }: Batch): Invoked => ({
    ok: true,
    payload: {
      batchItemFailures: Records.filter((each) => each.body === body).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    },
  });
const crashing = (): Invoked => ({ ok: false, error: "Error", cause: "{}" });

describe("a queue", () => {
  test("hands what is published to its reader, together and once", async () => {
    const { queues, batches, advance } = aQueue(done);
    queues.publish(topicArn, "one");
    queues.publish(topicArn, "two");
    await advance("2026-12-01T12:00:00Z");
    expect(batches).toEqual([["one", "two"]]);
  });

  test("hands over ten at a time", async () => {
    const { queues, batches, advance } = aQueue(done);
    for (let count = 0; count < 25; count += 1) queues.publish(topicArn, String(count));
    await advance("2026-12-01T12:00:00Z");
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
  });

  test("brings back, alone and after three minutes, the message that its reader could not take", async () => {
    const { queues, batches, advance } = aQueue(failing("bad"));
    queues.publish(topicArn, "good");
    queues.publish(topicArn, "bad");
    await advance("2026-12-01T09:02:59Z");
    expect(batches).toEqual([["good", "bad"]]);
    await advance("2026-12-01T09:03:00Z");
    expect(batches).toEqual([["good", "bad"], ["bad"]]);
  });

  test("gives a message up after five attempts, as a reader that crashes each time would have it for ever", async () => {
    const { queues, batches, advance } = aQueue(crashing);
    queues.publish(topicArn, "bad");
    await advance("2026-12-02T09:00:00Z");
    expect(batches).toHaveLength(5);
  });

  test("forgets nothing when its process ends before anything was received", async () => {
    const first = aQueue(done);
    first.queues.publish(topicArn, "one");
    await first.clock.stop();
    const second = aQueue(done, first.store);
    second.queues.resume();
    await second.advance("2026-12-01T12:00:00Z");
    expect(second.batches).toEqual([["one"]]);
  });

  test("wraps a message as SNS does, unless its subscription asks for it plain", async () => {
    const { queues, batches, advance } = aQueue(done, openStore(":memory:"), false);
    queues.publish(topicArn, "one");
    await advance("2026-12-01T12:00:00Z");
    expect(JSON.parse(batches[0]![0]!)).toMatchObject({ Type: "Notification", Message: "one" });
  });

  test("is not fed by another topic", async () => {
    const { queues, batches, advance } = aQueue(done);
    queues.publish(`${topicArn}-other`, "one");
    await advance("2026-12-01T12:00:00Z");
    expect(batches).toEqual([]);
  });
});
