import { Aws } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  SingleValueWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { period } from "./alarm.ts";
import type { Signals } from "./alarms.ts";
import { consoleOf } from "./console.ts";
import { count, sum } from "./figures.ts";
import { named, type Settings } from "./settings.ts";
import type { WatchProps } from "./watch.ts";

interface DashboardProps extends WatchProps {
  readonly signals: Signals;
  readonly alarms: readonly Alarm[];
}

/** For people who answer customers: their words first, ours at the foot. */
export const dashboard = (scope: Construct, props: DashboardProps): Dashboard => {
  const board = new Dashboard(scope, "dashboard", { dashboardName: named(props.settings.stage, "kept") });
  board.addWidgets(links(props.settings), needsAPerson(props));
  board.addWidgets(...promises(props));
  board.addWidgets(...customers(props));
  board.addWidgets(...machinery(props));
  return board;
};

const links = ({ stage, region, site, packs }: Settings): TextWidget => {
  const to = consoleOf(region);
  return new TextWidget({
    width: 8,
    height: 8,
    markdown: [
      "# Needs a person",
      `Tasks are on the [staff desk](${site}/desk); each alarm has a section in \`docs/runbook.md\`.`,
      `- [Alarms](${to.alarms})`,
      `- [Executions: a policy with a marker on now](${to.executions})`,
      `- [Dead letters](${to.queue(Aws.ACCOUNT_ID, named(stage, "kept-dead-letters"))})`,
      `- [The table](${to.table(named(stage, "kept"))}), tasks under \`${packs[0] ?? "pack"}#task\``,
      `- [What the sweeper left](${to.logs(`/aws/lambda/${named(stage, "kept-sweep")}`)})`,
      `- [Addresses that SES no longer writes to](${to.suppressed})`,
    ].join("\n"),
  });
};

const needsAPerson = ({ alarms }: DashboardProps): AlarmStatusWidget =>
  new AlarmStatusWidget({ title: "What calls for somebody now", alarms: [...alarms], width: 16, height: 8 });

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 } });

const promises = ({ signals }: DashboardProps): GraphWidget[] => [
  graph("Mails: sent, delivered, come back", [
    count({ namespace: "AWS/SES", metricName: "Send" }, {}, { label: "sent" }),
    count({ namespace: "AWS/SES", metricName: "Delivery" }, {}, { label: "delivered" }),
    count({ namespace: "AWS/SES", metricName: "Bounce" }, {}, { label: "come back" }),
  ]),
  graph("SMS: delivered and refused", [
    count(
      { namespace: "AWS/SNS", metricName: "NumberOfNotificationsDelivered" },
      { PhoneNumber: "PhoneNumberDirect" },
      { label: "delivered" },
    ),
    count(
      { namespace: "AWS/SNS", metricName: "NumberOfNotificationsFailed" },
      { PhoneNumber: "PhoneNumberDirect" },
      { label: "refused" },
    ),
  ]),
  graph("Promises that need a person", [
    signals.tasks([
      "send-failed",
      "send-unknown",
      "send-bounced",
      "send-missed",
      "step-failed",
      "execution-lost",
    ]),
  ]),
];

const customers = ({ api, machines, signals }: DashboardProps): (GraphWidget | SingleValueWidget)[] => [
  graph("Appointments: begun, over", appointments(machines)),
  graph("Requests: all, refused, failed", [
    api.metricCount({ period, label: "all" }),
    api.metricClientError({ period, label: "refused, and why stands in the answer" }),
    api.metricServerError({ period, label: "failed by our fault" }),
  ]),
  new SingleValueWidget({
    title: "How long a customer waits for an answer (slowest of twenty), and money for SMS this month",
    metrics: [api.metricLatency({ period, statistic: "p95", label: "milliseconds" }), signals.smsDollars],
    width: 8,
    height: 6,
  }),
];

const machinery = ({ signals }: DashboardProps): GraphWidget[] => [
  graph("Steps that failed, and are tried again", [signals.stepErrors, signals.throttles]),
  graph("The oldest thing owed, in minutes", [signals.oldestOwedMinutes]),
  graph("Sweeps, and dead letters", [signals.sweeps, signals.deadLetters]),
];

const appointments = (machines: DashboardProps["machines"]): IMetric[] =>
  machines.length === 0
    ? []
    : [
        sum(
          machines.map((each) => each.metricStarted({ period })),
          "begun",
        ),
        sum(
          machines.map((each) => each.metricSucceeded({ period })),
          "over",
        ),
      ];
