import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { queue } from "./dead-letters.ts";
import { pin } from "./pin.ts";
import { named, type Settings } from "./settings.ts";

/** Neither opens nor clicks: to count those SES rewrites every link of a mail, and ours carry tokens. */
const events = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];

interface MailEventsProps {
  readonly settings: Settings;
  readonly configurationSet: ConfigurationSet;
  readonly reader: IFunction;
  readonly deadLetters: Queue;
}

/**
 * What became of each mail comes back: SES → topic → queue → Lambda. The queue holds what the Lambda cannot take, and
 * leaves the account's concurrency to customers when ten thousand mails bounce at once.
 */
export const mailEvents = (
  scope: Construct,
  { settings, configurationSet, reader, deadLetters }: MailEventsProps,
): void => {
  const { stage } = settings;
  const topic = new Topic(scope, "mail-events-topic", {
    topicName: named(stage, "kept-mail-events"),
    enforceSSL: true,
  });
  pin(topic, "mail-events", "Topic");
  configurationSet.addEventDestination("events", { destination: EventDestination.snsTopic(topic), events });
  const waiting = queue(scope, stage, "mail-events-queue", deadLetters);
  topic.addSubscription(
    new SqsSubscription(waiting, { rawMessageDelivery: true, deadLetterQueue: deadLetters }),
  );
  reader.addEventSource(
    new SqsEventSource(waiting, { batchSize: 10, maxConcurrency: 2, reportBatchItemFailures: true }),
  );
};
