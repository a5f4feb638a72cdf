import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import type { TaskKind } from "#core/task.ts";
import type { Watched } from "./alarm.ts";
import { aboutMailsIn } from "./mail-alarms.ts";

/** What the alarms look at; the constructs that report it are the caller's. */
export interface Signals {
  readonly tasks: (kinds: readonly TaskKind[]) => IMetric;
  readonly sweeps: IMetric;
  readonly sweepErrors: IMetric;
  readonly oldestOwedMinutes: IMetric;
  readonly deadLetters: IMetric;
  readonly stepErrors: IMetric;
  readonly throttles: IMetric;
  readonly apiFaults: IMetric;
  /** Absent where no policy has a machine. */
  readonly executionsFailed: IMetric | undefined;
  readonly mailDeadLetters: IMetric;
  readonly mailsWaitingSeconds: IMetric;
  readonly mailsUnaccounted: IMetric;
  readonly bounceRate: IMetric;
  readonly complaintRate: IMetric;
  readonly smsDollars: IMetric;
  readonly smsDollarsPerMonth: number;
}

export const alarmsOn = (signals: Signals): Watched[] => [
  ...aboutCustomers(signals),
  ...aboutTheSweeper(signals),
  ...aboutTheMachinery(signals),
  ...aboutMailsIn(signals),
  ...aboutSending(signals),
];

const aboutCustomers = ({ tasks, apiFaults }: Signals): Watched[] => [
  {
    name: "sends-failed",
    happened: "A message was refused, came back, or nobody knows whether it went out.",
    means: "A customer may not know when their session is, and was promised to be told.",
    first: "open the tasks of the company, and reach each customer by another way.",
    metric: tasks(["send-failed", "send-unknown", "send-bounced", "send-missed"]),
  },
  {
    name: "tasks-opened",
    happened: "A step gave up, an execution was lost, or a customer called our mail unwanted.",
    means: "The other promises go on; this one needs a decision that no program may take.",
    first: "open the tasks of the company: each says what, about whom, and why.",
    metric: tasks(["step-failed", "execution-lost", "send-complained"]),
  },
  {
    name: "elsewhere-failing",
    happened: "Another system has not taken what it is to know of cases, or nobody gave us a way into it.",
    means: "Customers are answered as promised; whoever looks into that system sees less than is true.",
    first: "open the tasks of the company: each names the system, and why it did not take it.",
    metric: tasks(["elsewhere-unconnected", "elsewhere-late", "elsewhere-given-up"]),
  },
  {
    name: "api-failing",
    happened: "The API answered three requests or more with a fault of ours within five minutes.",
    means: "Customers cannot book, change or cancel; what was confirmed to them is stored.",
    first:
      "look for `a request failed` in the log of the public API; undo the last deployment if it began then.",
    metric: apiFaults,
    atLeast: 3,
  },
];

const aboutTheSweeper = ({ sweeps, sweepErrors, oldestOwedMinutes }: Signals): Watched[] => [
  {
    name: "sweeper-not-running",
    happened: "The sweeper has not run for fifteen minutes.",
    means: "Nothing is lost, but whatever a crash left undone stays so: a start, a stop, a mail.",
    first: "see whether the rule that calls it every five minutes is enabled, and run it once by hand.",
    metric: sweeps,
    below: 1,
    periods: 3,
  },
  {
    name: "sweeper-failing",
    happened: "The sweeper failed three times in a row.",
    means: "Nothing is lost, but whatever a crash left undone stays so: a start, a stop, a mail.",
    first: "read its last error in its log; it goes on by itself once the cause is gone.",
    metric: sweepErrors,
    periods: 3,
  },
  {
    name: "owed-too-long",
    happened: "Something that a change owes has been waiting for more than fifteen minutes.",
    means: "A customer waits for a mail, or has a session whose reminders have no clock yet.",
    first: "find `a sweep left this for the next one` in the sweeper's log: it names the item and the cause.",
    metric: oldestOwedMinutes,
    atLeast: 15,
    periods: 2,
  },
];

const aboutTheMachinery = (signals: Signals): Watched[] => [
  {
    name: "dead-letters",
    happened: "An event could not be carried out, however often it was tried.",
    means: "A mail's fate is not in the ledger, or a sweep or a lost execution went unnoticed.",
    first: "read the message in the queue, put the cause right, and send it back to where it came from.",
    metric: signals.deadLetters,
  },
  {
    name: "steps-failing",
    happened: "Ten steps or more failed by a fault within five minutes, twice in a row.",
    means: "Each is tried again, so mails are late rather than lost; those that give up become tasks.",
    first: "look for `a step failed` in the logs; if it began with a deployment, undo that.",
    metric: signals.stepErrors,
    atLeast: 10,
    periods: 2,
  },
  {
    name: "throttled",
    happened: "AWS held back Lambdas of this account, ten minutes long.",
    means: "Pages answer slowly or not at all, and mails are late.",
    first:
      "see in the Lambda console who uses up the account's concurrency, and ask for more in Service Quotas.",
    metric: signals.throttles,
    periods: 2,
  },
  ...aboutExecutions(signals),
];

const aboutExecutions = ({ executionsFailed: metric }: Signals): Watched[] =>
  metric === undefined
    ? []
    : [
        {
          name: "executions-failed",
          happened: "An execution failed or ran into its end of 330 days.",
          means: "The sweeper keeps its promises from here on, up to ten minutes late.",
          first: "open the execution in the console: the state in red is the promise, its error the cause.",
          metric,
        },
      ];

const aboutSending = ({ bounceRate, complaintRate, smsDollars, smsDollarsPerMonth }: Signals): Watched[] => [
  {
    name: "mail-coming-back",
    happened: "More than three mails in a hundred come back.",
    means: "At five in a hundred SES puts the account under review, and at ten it may stop all mail.",
    first: "look in the tasks whether one import or one form brings the wrong addresses, and stop it.",
    metric: bounceRate,
    atLeast: 0.03,
  },
  {
    name: "mail-unwanted",
    happened: "More than five recipients in ten thousand called our mail unwanted.",
    means: "At one in a thousand SES puts the account under review, and may stop all mail.",
    first: "see in the tasks who complained and about what; write to none of them before that is clear.",
    metric: complaintRate,
    atLeast: 0.0005,
  },
  {
    name: "sms-spend",
    happened: "Four fifths of this month's money for SMS are spent.",
    means: "At the limit SNS sends no SMS any more, and customers get their reminders by mail only.",
    first: "see whether somebody floods the booking form; if not, raise the limit (docs/deploy.md).",
    metric: smsDollars,
    atLeast: smsDollarsPerMonth * 0.8,
  },
];
