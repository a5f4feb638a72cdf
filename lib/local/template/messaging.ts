import * as z from "zod";
import { CannotStart } from "../cannot-start.ts";
import { functionName } from "./account.ts";
import type { EventSource, Subscription } from "./records.ts";
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
    }));

/** @throws CannotStart for a source that is no queue: its function would never be called, and nobody would see why. */
export const eventSourcesOf = (stack: Stack): EventSource[] =>
  stack.of("AWS::Lambda::EventSourceMapping").map((mapping) => {
    const queueArn = mapping.read("EventSourceArn", z.string());
    if (!queueArn.startsWith("arn:aws:sqs:"))
      throw new CannotStart(
        `${mapping.logicalId} reads from ${queueArn}; the local world knows queues only.`,
      );
    return { queueArn, functionName: functionName(mapping.read("FunctionName", z.string())) };
  });
