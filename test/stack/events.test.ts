import { describe, expect, it } from "vitest";
import { environment } from "#adapters/environment.ts";
import { synthesized, written } from "./synthesized.ts";

const prod = synthesized("prod");
const properties = (id: string) => prod.resources[id]!.Properties;
const rules = prod.ofType("AWS::Events::Rule").map(([, each]) => each.Properties);
const targetOf = (rule: (typeof rules)[number]) =>
  (rule["Targets"] as { Arn: unknown; DeadLetterConfig?: { Arn: unknown } }[])[0]!;

describe("what becomes of a mail comes back", () => {
  const [, destination] = prod.ofType("AWS::SES::ConfigurationSetEventDestination")[0]!;

  it("through the configuration set that every Lambda is told", () => {
    const { Variables } = properties("SendReminderFunction")["Environment"] as { Variables: object };
    const told = Object.entries(Variables).map(([name, value]): [string, string] => [name, written(value)]);
    expect(environment(Object.fromEntries(told)).KEPT_CONFIGURATION_SET).toBe("MailConfigurationSet");
    expect(properties("MailConfigurationSet")["Name"]).toBe("kept");
  });

  it("without opens and clicks: to count those SES would rewrite links that carry tokens", () => {
    expect(destination.Properties["EventDestination"]).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ["send", "delivery", "bounce", "complaint", "reject"],
      SnsDestination: { TopicARN: { Ref: "MailEventsTopic" } },
    });
  });

  it("to a topic that takes it from SES for this configuration set only, and by encrypted connections", () => {
    const policy = JSON.stringify(
      prod
        .ofType("AWS::SNS::TopicPolicy")
        .find(([, each]) => JSON.stringify(each).includes("ses.amazonaws.com")),
    );
    expect(policy).toContain("AWS:SourceArn");
    expect(policy).toContain("configuration-set/");
    expect(policy).toContain("aws:SecureTransport");
  });

  it("into a queue that gives up after five attempts, and to a Lambda that fails one message at a time", () => {
    expect(properties("MailEventsQueueQueue")["RedrivePolicy"]).toMatchObject({
      deadLetterTargetArn: { "Fn::GetAtt": ["DeadLettersQueue", "Arn"] },
      maxReceiveCount: 5,
    });
    const [, source] = prod.ofType("AWS::Lambda::EventSourceMapping")[0]!;
    expect(source.Properties).toMatchObject({
      FunctionName: { Ref: "MailEventsFunction" },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  it("hides a message for longer than its Lambda may take", () => {
    const hidden = properties("MailEventsQueueQueue")["VisibilityTimeout"] as number;
    expect(hidden).toBeGreaterThanOrEqual(6 * (properties("MailEventsFunction")["Timeout"] as number));
  });
});

describe("an execution that did not reach its end", () => {
  const rule = rules.find((each) => each["EventPattern"] !== undefined)!;

  it("is told for each machine of ours, also when somebody aborted it", () => {
    expect(rule["EventPattern"]).toEqual({
      source: ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      detail: {
        status: ["FAILED", "TIMED_OUT", "ABORTED"],
        stateMachineArn: prod.ofType("AWS::StepFunctions::StateMachine").map(([id]) => ({ Ref: id })),
      },
    });
    expect(written(targetOf(rule).Arn)).toBe("ExecutionEndedFunction.Arn");
  });
});

describe("what nobody waits for ends where somebody looks, when it fails", () => {
  it.each(["SweepFunction", "ExecutionEndedFunction"])("%s", (id) => {
    const asked = rules.filter((each) => written(targetOf(each).Arn) === `${id}.Arn`);
    expect(asked).toHaveLength(1);
    const letters = [targetOf(asked[0]!).DeadLetterConfig?.Arn, deadLettersOf(id)];
    expect(letters.map(written)).toEqual(["DeadLettersQueue.Arn", "DeadLettersQueue.Arn"]);
  });
});

const deadLettersOf = (id: string): unknown =>
  (properties(id)["DeadLetterConfig"] as { TargetArn: unknown } | undefined)?.TargetArn;

it("keeps dead letters for two weeks, which is the longest there is", () => {
  expect(properties("DeadLettersQueue")["MessageRetentionPeriod"]).toBe(14 * 24 * 60 * 60);
});
