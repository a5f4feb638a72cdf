import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

/** A queue that takes encrypted connections only. Two weeks are the longest that SQS keeps a message. */
export const queue = (scope: Construct, stage: Stage, name: string, deadLetters?: Queue): Queue => {
  const made = new Queue(scope, name, {
    queueName: named(stage, `kept-${name}`),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.DESTROY,
    // Six times what a Lambda may take, as AWS asks of a queue that feeds one.
    visibilityTimeout: Duration.minutes(3),
    ...(deadLetters && { deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 } }),
  });
  pin(made, name, "Queue");
  return made;
};

/** One place for whatever could not be carried out: anything in it is a person's business, and an alarm. */
export const deadLetters = (scope: Construct, stage: Stage): Queue => queue(scope, stage, "dead-letters");
