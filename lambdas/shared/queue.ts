import middy from "@middy/core";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { inContext, log } from "./log.ts";
import { ports } from "./ports.ts";

/** A Lambda that a queue feeds. A message that fails comes again, alone; the others of its batch are done. */
export const queue = (run: (ports: Ports, body: unknown) => Promise<void>) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(inContext)
    .handler(async ({ Records }) => {
      const failed = await Promise.all(Records.map((record) => carried(run, record)));
      return { batchItemFailures: failed.flatMap((itemIdentifier) => itemIdentifier ?? []) };
    });

/** The name of the fault alone: its text may quote the message, which holds addresses. */
const carried = async (
  run: (ports: Ports, body: unknown) => Promise<void>,
  { messageId, body }: SQSRecord,
): Promise<{ itemIdentifier: string } | undefined> => {
  try {
    await run(ports(), JSON.parse(body));
    return undefined;
  } catch (error) {
    log.error("a message stays in the queue", { messageId, error: error instanceof Error ? error.name : "" });
    return { itemIdentifier: messageId };
  }
};
