import { randomUUID } from "node:crypto";
import { type Instant, minute, plus } from "#core/time.ts";
import type { Clock, Invoke, Store } from "./ports.ts";
import { region } from "./template/account.ts";
import type { EventSource, Subscription } from "./template/records.ts";

export interface Queues {
  /** Hands a text to every queue that the topic feeds; it is received once nothing is in flight. */
  publish(topicArn: string, text: string): void;
  /** Resolves when all that can be received now has been. */
  deliver(): Promise<void>;
  /** Goes on with what the last process left. */
  resume(): void;
}

export interface QueueSettings {
  readonly subscriptions: readonly Subscription[];
  readonly eventSources: readonly EventSource[];
  readonly clock: Clock;
  readonly store: Pick<Store, "get" | "set">;
  readonly invoke: Invoke;
}

interface Message {
  readonly id: string;
  readonly queueArn: string;
  readonly body: string;
  readonly receives: number;
  /** A message that was received is hidden until then, and comes back if it was not done. */
  readonly visibleAt: Instant;
}

/** As the stack sets its queues up; a message that failed as often goes to the dead letters, here to the output. */
const hidden = 3 * minute;
const mostReceives = 5;

/** Topics, queues and the functions that read them, on the virtual clock: on disk, so that a restart loses no message. */
export const createQueues = ({
  subscriptions,
  eventSources,
  clock,
  store,
  invoke,
}: QueueSettings): Queues => {
  const waiting = (): Message[] => (store.get("queues") ?? []) as Message[];
  const keep = (messages: readonly Message[]): void => store.set("queues", messages);
  const arm = ({ visibleAt }: Message): void => void clock.at(visibleAt, () => deliver());

  /** Takes up to a batch of one queue, and hides it, before anything is awaited: nobody else takes the same. */
  const receive = (queueArn: string, batchSize: number): Message[] => {
    const now = clock.now();
    const all = waiting();
    const batch = all
      .filter((each) => each.queueArn === queueArn && each.visibleAt <= now)
      .slice(0, batchSize)
      .map((each) => ({ ...each, receives: each.receives + 1, visibleAt: plus(now, hidden) }));
    keep(all.map((each) => batch.find(({ id }) => id === each.id) ?? each));
    return batch;
  };

  const settle = (batch: readonly Message[], failed: ReadonlySet<string>): void => {
    const dead = batch.filter(({ id, receives }) => failed.has(id) && receives >= mostReceives);
    for (const { id, queueArn } of dead) process.stderr.write(`${queueArn}: ${id} is a dead letter\n`);
    const back = batch.filter((each) => failed.has(each.id) && !dead.includes(each));
    keep(
      waiting().filter(
        (each) => !batch.some(({ id }) => id === each.id) || back.some(({ id }) => id === each.id),
      ),
    );
    for (const each of back) arm(each);
  };

  const drain = async ({ queueArn, functionName, batchSize }: EventSource): Promise<void> => {
    for (;;) {
      const batch = receive(queueArn, batchSize);
      if (batch.length === 0) return;
      const invoked = await invoke(functionName, batchEvent(batch));
      if (!invoked.ok) process.stderr.write(`${functionName}: ${invoked.error} ${invoked.cause}\n`);
      settle(batch, new Set(invoked.ok ? failures(invoked.payload) : batch.map(({ id }) => id)));
    }
  };
  const deliver = async (): Promise<void> => void (await Promise.all(eventSources.map(drain)));

  return {
    publish: (topicArn, text) => {
      const fed = subscriptions.filter((each) => each.topicArn === topicArn && each.protocol === "sqs");
      const messages = fed.map(({ endpoint, raw }) => ({
        id: randomUUID(),
        queueArn: endpoint,
        body: raw ? text : JSON.stringify({ Type: "Notification", TopicArn: topicArn, Message: text }),
        receives: 0,
        visibleAt: clock.now(),
      }));
      keep([...waiting(), ...messages]);
      for (const each of messages) arm(each);
    },
    deliver,
    resume: () => waiting().forEach(arm),
  };
};

const failures = (payload: unknown): string[] => {
  const { batchItemFailures = [] } = (payload ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};

const batchEvent = (batch: readonly Message[]) => ({
  Records: batch.map(({ id, queueArn, body, receives }) => ({
    messageId: id,
    receiptHandle: id,
    body,
    attributes: { ApproximateReceiveCount: String(receives) },
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: queueArn,
    awsRegion: region,
  })),
});
