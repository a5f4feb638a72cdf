import * as z from "zod";
import { CannotStart } from "../cannot-start.ts";
import { functionName } from "./account.ts";
import type { Schedule, StatusRule } from "./records.ts";
import type { Found, Stack } from "./stack.ts";

const target = z.object({ Arn: z.string(), Input: z.string().optional() });
type Target = z.infer<typeof target>;

/** What only a machine's status can match; any other pattern that leads to a Lambda is refused. */
const statusPattern = z.strictObject({
  source: z.tuple([z.literal("aws.states")]),
  "detail-type": z.tuple([z.literal("Step Functions Execution Status Change")]),
  detail: z
    .strictObject({
      status: z.array(z.string()).default([]),
      stateMachineArn: z.array(z.string()).default([]),
    })
    .default({ status: [], stateMachineArn: [] }),
});

export const schedulesOf = (stack: Stack): Schedule[] => [
  ...rules(stack)
    .filter(({ rule }) => rule.read("ScheduleExpression", z.string().optional()) !== undefined)
    .map(({ rule, to }) => scheduleOf(rule, to)),
  ...stack
    .of("AWS::Scheduler::Schedule")
    .map((schedule) => ({ schedule, to: schedule.read("Target", target) }))
    .filter(({ to }) => isLambda(to))
    .map(({ schedule, to }) => scheduleOf(schedule, to)),
];

export const statusRulesOf = (stack: Stack): StatusRule[] =>
  rules(stack)
    .filter(({ rule }) => rule.read("EventPattern", z.unknown()) !== undefined)
    .map(({ rule, to }) => {
      const { detail } = rule.read("EventPattern", statusPattern);
      return {
        name: rule.logicalId,
        statuses: detail.status,
        machineArns: detail.stateMachineArn,
        functionName: functionName(to.Arn),
      };
    });

/** A rule with several targets is as many rules here; targets other than Lambdas have nobody to run them. */
const rules = (stack: Stack): { rule: Found; to: Target }[] =>
  stack
    .of("AWS::Events::Rule")
    .flatMap((rule) => rule.read("Targets", z.array(target).default([])).map((to) => ({ rule, to })))
    .filter(({ to }) => isLambda(to));

const isLambda = ({ Arn }: Target): boolean => Arn.startsWith("arn:aws:lambda:");

const scheduleOf = (from: Found, to: Target): Schedule => ({
  name: from.logicalId,
  ...times(from.read("ScheduleExpression", z.string()), from.logicalId),
  functionName: functionName(to.Arn),
  ...(to.Input === undefined ? {} : { input: JSON.parse(to.Input) as unknown }),
});

const minutesIn: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

type Times = Pick<Schedule, "everyMinutes" | "atMinute">;

const times = (expression: string, place: string): Times => {
  const known = rateOf(expression) ?? onceADay(expression);
  if (known !== undefined) return known;
  throw new CannotStart(
    `The schedule ${place} is "${expression}"; the local world runs rate(...), and cron(...) for once a day.`,
  );
};

const rateOf = (expression: string): Times | undefined => {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  const everyMinutes = Number(match?.[1] ?? 0) * (minutesIn[match?.[2] ?? ""] ?? 0);
  return everyMinutes > 0 ? { everyMinutes } : undefined;
};

const onceADay = (expression: string): Times | undefined => {
  const match = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(expression);
  if (match === null) return undefined;
  return { everyMinutes: 1440, atMinute: Number(match[2]) * 60 + Number(match[1]) };
};
