import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { type IMetric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { alarm, period } from "./alarm.ts";
import { alarmsOn, type Signals } from "./alarms.ts";
import { dashboard } from "./dashboard.ts";
import {
  count,
  countTasks,
  executionsFailed,
  mailsUnaccounted,
  oldestOwed,
  stepsFailed,
  tasksOpened,
} from "./figures.ts";
import type { MailIn } from "./mail-in.ts";
import { named, type Settings } from "./settings.ts";
import type { StepLambda } from "./step-lambda.ts";

export interface WatchProps {
  readonly settings: Settings;
  readonly api: HttpApi;
  readonly machines: readonly StateMachine[];
  /** All of them. */
  readonly lambdas: readonly StepLambda[];
  readonly sweep: StepLambda;
  readonly deadLetters: Queue;
  readonly mailIn: MailIn;
}

/** Who is told what goes wrong, and where one sees how it goes. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { settings, lambdas } = props;
    const topic = this.topic(props);
    countTasks(this, settings.stage, lambdas);
    const signals = this.signals(props);
    const alarms = alarmsOn(signals).map((each) => alarm(this, settings.stage, topic, each));
    dashboard(this, { ...props, signals, alarms });
  }

  private signals(props: WatchProps): Signals {
    const { settings, api, machines, lambdas, sweep, deadLetters } = props;
    const { stage, limits } = settings;
    const reputation = (metricName: string) =>
      count({ namespace: "AWS/SES", metricName }, {}, { statistic: Stats.MAXIMUM });
    return {
      tasks: (kinds) => tasksOpened(stage, kinds, "tasks opened"),
      sweeps: sweep.metricInvocations({ period }),
      sweepErrors: sweep.metricErrors({ period }),
      oldestOwedMinutes: oldestOwed(this, stage, sweep.logGroup),
      deadLetters: visible(deadLetters),
      ...this.mails(props),
      stepErrors: stepsFailed(this, stage, lambdas),
      throttles: count({ namespace: "AWS/Lambda", metricName: "Throttles" }),
      apiFaults: api.metricServerError({ period, statistic: Stats.SUM }),
      executionsFailed: machines.length === 0 ? undefined : executionsFailed(stage),
      bounceRate: reputation("Reputation.BounceRate"),
      complaintRate: reputation("Reputation.ComplaintRate"),
      smsDollars: count(
        { namespace: "AWS/SNS", metricName: "SMSMonthToDateSpentUSD" },
        {},
        { statistic: Stats.MAXIMUM },
      ),
      smsDollarsPerMonth: limits.smsDollarsPerMonth,
    };
  }

  private mails({ settings, mailIn }: WatchProps) {
    return {
      mailDeadLetters: visible(mailIn.deadLetters),
      mailsWaitingSeconds: mailIn.waiting.metricApproximateAgeOfOldestMessage({
        period,
        statistic: Stats.MAXIMUM,
      }),
      mailsUnaccounted: mailsUnaccounted(this, settings.stage, mailIn.count.logGroup),
    };
  }

  private topic({ settings: { stage, alarmMail }, deadLetters }: WatchProps): Topic {
    const topic = new Topic(this, "topic", { topicName: named(stage, "kept-alarms"), enforceSSL: true });
    // With a policy of its own a topic no longer takes what the account's alarms say.
    topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
    if (alarmMail !== undefined)
      topic.addSubscription(new EmailSubscription(alarmMail, { deadLetterQueue: deadLetters }));
    return topic;
  }
}

const visible = (queue: Queue): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM });
