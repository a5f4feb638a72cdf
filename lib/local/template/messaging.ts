import * as z from "zod";
import { CannotStart } from "../cannot-start.ts";
import { functionName } from "./account.ts";
import type { EventSource, MailDestination, Subscription } from "./records.ts";
import type { Stack } from "./stack.ts";

export const topicArnsOf = (stack: Stack): string[] =>
  stack.of("AWS::SNS::Topic").map((topic) => topic.arn());

export const queueNamesOf = (stack: Stack): string[] =>
  stack.of("AWS::SQS::Queue").map((queue) => queue.name());

/** Only Lambdas and queues: an address of a person who watches alarms is nobody that the local world could reach. */
export const subscriptionsOf = (stack: Stack): Subscription[] =>
  stack
    .of("AWS::SNS::Subscription")
    .filter((each) => ["lambda", "sqs"].includes(each.read("Protocol", z.string())))
    .map((each) => ({
      topicArn: each.read("TopicArn", z.string()),
      protocol: each.read("Protocol", z.string()),
      endpoint: each.read("Endpoint", z.string()),
      raw: each.read("RawMessageDelivery", z.boolean().default(false)),
    }));

const destination = z.object({
  Enabled: z.boolean().default(true),
  MatchingEventTypes: z.array(z.string().toLowerCase()),
  SnsDestination: z.object({ TopicARN: z.string() }).optional(),
});

/** Those that lead to a topic: other destinations count, or store, and nothing here reads them. */
export const mailDestinationsOf = (stack: Stack): MailDestination[] =>
  stack.of("AWS::SES::ConfigurationSetEventDestination").flatMap((each) => {
    const { Enabled, MatchingEventTypes, SnsDestination } = each.read("EventDestination", destination);
    if (!Enabled || SnsDestination === undefined) return [];
    return [
      {
        configurationSet: each.read("ConfigurationSetName", z.string()),
        topicArn: SnsDestination.TopicARN,
        eventTypes: MatchingEventTypes,
      },
    ];
  });

/** @throws CannotStart for a source that is no queue: its function would never be called, and nobody would see why. */
export const eventSourcesOf = (stack: Stack): EventSource[] =>
  stack.of("AWS::Lambda::EventSourceMapping").map((mapping) => {
    const queueArn = mapping.read("EventSourceArn", z.string());
    if (!queueArn.startsWith("arn:aws:sqs:"))
      throw new CannotStart(
        `${mapping.logicalId} reads from ${queueArn}; the local world knows queues only.`,
      );
    return {
      queueArn,
      functionName: functionName(mapping.read("FunctionName", z.string())),
      batchSize: mapping.read("BatchSize", z.number().default(10)),
    };
  });
