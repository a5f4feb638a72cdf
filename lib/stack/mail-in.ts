import { Aws } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { type IReceiptRuleSet, ReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import { S3 } from "aws-cdk-lib/aws-ses-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { mailboxesOf } from "#core/mail/arrival.ts";
import type { Policy } from "#core/policy/shape.ts";
import { queue } from "./dead-letters.ts";
import { keep, pin } from "./pin.ts";
import type { RawMails } from "./raw-mails.ts";
import { countingMails } from "./rules.ts";
import { mailDomainOf, named, type Settings } from "./settings.ts";
import type { StepLambda } from "./step-lambda.ts";

interface MailInProps {
  readonly settings: Settings;
  readonly policies: readonly Policy[];
  readonly rawMails: RawMails;
  readonly mails: { readonly receive: IFunction; readonly count: StepLambda };
  /** Where a count that failed ends. */
  readonly letters: Queue;
}

/**
 * The way in for mail: SES → bucket, topic → queue → Lambda. A mail that its Lambda cannot take keeps its announcement in
 * dead letters of its own, from where it goes back to this queue and no other; its raw form lies in the bucket all along.
 */
export class MailIn extends Construct {
  readonly waiting: Queue;
  readonly deadLetters: Queue;
  /** Asks once a day whether anything was lost on the way. */
  readonly count: StepLambda;

  constructor(scope: Construct, id: string, { settings, policies, rawMails, mails, letters }: MailInProps) {
    super(scope, id);
    const { stage } = settings;
    const topic = this.topic(settings);
    this.deadLetters = queue(this, stage, "mail-dead-letters");
    this.waiting = queue(this, stage, "receive-mail-queue", this.deadLetters);
    topic.addSubscription(
      new SqsSubscription(this.waiting, { rawMessageDelivery: true, deadLetterQueue: this.deadLetters }),
    );
    // One mail at a time, for it may have 40 MB; five Lambdas leave the account's concurrency to customers.
    mails.receive.addEventSource(
      new SqsEventSource(this.waiting, { batchSize: 1, maxConcurrency: 5, reportBatchItemFailures: true }),
    );
    const rule = this.ruleSet(settings).addRule("rule", {
      receiptRuleName: named(stage, "kept"),
      recipients: recipients(settings, policies),
      actions: [new S3({ bucket: rawMails.bucket, topic })],
      scanEnabled: true,
      // Whoever cannot encrypt is a customer all the same.
      tlsPolicy: TlsPolicy.OPTIONAL,
    });
    pin(rule, "mail-in", "Rule");
    // SES tries the topic out when the rule is made, and refuses the rule where it may not.
    rule.node.addDependency(topic);
    rawMails.grantRead(mails.receive);
    this.count = mails.count;
    rawMails.grantList(this.count);
    countingMails(this, this.count, letters);
  }

  private topic({ stage }: Settings): Topic {
    const topic = new Topic(this, "topic", { topicName: named(stage, "kept-mail-in"), enforceSSL: true });
    pin(topic, "mail-in", "Topic");
    topic.grantPublish(
      new ServicePrincipal("ses.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    return topic;
  }

  /** CloudFormation activates none, and a person does it by hand: an account has one active set, perhaps somebody else's. */
  private ruleSet({ stage, receiptRuleSet }: Settings): IReceiptRuleSet {
    if (receiptRuleSet !== undefined)
      return ReceiptRuleSet.fromReceiptRuleSetName(this, "rules", receiptRuleSet);
    const rules = new ReceiptRuleSet(this, "rules", { receiptRuleSetName: named(stage, "kept") });
    rules.applyRemovalPolicy(keep(stage));
    pin(rules, "mail-in", "RuleSet");
    return rules;
  }
}

/**
 * Everything of our own domain: answers have an address each, and what is misspelt should reach a person rather than come
 * back. Of the companies' domains their mailboxes alone.
 */
const recipients = (settings: Settings, policies: readonly Policy[]): string[] => {
  const ours = mailDomainOf(settings);
  const theirs = policies.flatMap(mailboxesOf).filter((address) => !address.endsWith(`@${ours}`));
  return [ours, ...new Set(theirs)];
};
