import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { KeptStack } from "#stack/kept-stack.ts";
import { policiesOf } from "#stack/policies.ts";
import { settingsOf } from "#stack/settings.ts";
import { anApp, synthesized, taxdome, written } from "./synthesized.ts";

const prod = synthesized("prod", policiesOf(settingsOf("prod").packs));
const properties = (id: string) => prod.resources[id]!.Properties;

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: object;
}

const statements = (type: string, of: string): Statement[] =>
  prod
    .ofType(type)
    .filter(([id, each]) => id.startsWith(of) || JSON.stringify(each.Properties).includes(`"Ref":"${of}"`))
    .flatMap(([, each]) => (each.Properties["PolicyDocument"] as { Statement: Statement[] }).Statement);

describe("the rule for mail that comes in", () => {
  const rule = properties("MailInRule")["Rule"] as Record<string, unknown>;

  it("takes everything of our own domain, and of the companies' domains their mailboxes alone", () => {
    const [ours, ...theirs] = rule["Recipients"] as string[];
    expect(ours).toBe("kept.example");
    expect(theirs.sort()).toEqual([
      "complaints@bnc.example",
      "complaints@solar.example",
      "sales@expandit.com",
      "success.eu@taxdome.com",
      "support@bnc.example",
      "support@expandit.com",
      "support@solar.example",
    ]);
  });

  it("stores a mail and tells the topic, with spam and viruses looked for, and encrypted where the sender can", () => {
    expect(rule).toMatchObject({
      Enabled: true,
      ScanEnabled: true,
      TlsPolicy: "Optional",
      Actions: [{ S3Action: { BucketName: { Ref: "RawMailsBucket" }, TopicArn: { Ref: "MailInTopic" } } }],
    });
  });

  it("is made once SES may write to both, which it tries", () => {
    const { DependsOn } = prod.resources["MailInRule"] as unknown as { DependsOn: string[] };
    const policies = ["AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy"].flatMap((type) =>
      prod
        .ofType(type)
        .filter(([, each]) => /"(RawMailsBucket|MailInTopic)"/.test(JSON.stringify(each.Properties))),
    );
    expect(policies).toHaveLength(2);
    for (const [id] of policies) expect(DependsOn).toContain(id);
  });

  it("is in a set of its own, which nothing in the stack activates", () => {
    expect(properties("MailInRuleSet")).toEqual({ RuleSetName: "kept" });
    expect(JSON.stringify(prod.template.toJSON())).not.toContain('SetActiveReceiptRuleSet"');
    const { Outputs } = prod.template.toJSON() as { Outputs: Record<string, { Value: string }> };
    expect(Outputs["ActivateMail"]?.Value).toMatch(
      /describe-active.*None.*set-active.*another rule set is active/,
    );
    expect(Outputs["Forwarding"]?.Value).toContain("support@expandit.com → expandit.support@kept.example");
    expect(Outputs["Mx"]?.Value).toBe("kept.example MX 10 inbound-smtp.eu-west-1.amazonaws.com");
  });

  it("joins the set that is active already, where the settings name one", () => {
    const settings = { ...settingsOf("prod"), receiptRuleSet: "theirs" };
    const template = Template.fromStack(new KeptStack(anApp(), { settings, policies: [taxdome()] }));
    expect(template.findResources("AWS::SES::ReceiptRuleSet")).toEqual({});
    template.hasResourceProperties("AWS::SES::ReceiptRule", { RuleSetName: "theirs" });
  });
});

describe("raw mails", () => {
  it("lie encrypted in a bucket that nobody outside can see, for as many days as the settings say", () => {
    expect(properties("RawMailsBucket")).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{}] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 400, Status: "Enabled" }] },
    });
    expect(prod.resources["RawMailsBucket"]?.DeletionPolicy).toBe("Retain");
  });

  it("are written by SES of this account alone, over encrypted connections", () => {
    const policy = statements("AWS::S3::BucketPolicy", "RawMailsBucket");
    const allowed = policy.filter(({ Effect }) => Effect === "Allow");
    expect(allowed).toMatchObject([
      {
        Action: "s3:PutObject",
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      },
    ]);
    expect(JSON.stringify(policy.filter(({ Effect }) => Effect === "Deny"))).toContain("aws:SecureTransport");
  });

  it("are read by the one that receives them, listed by the one that counts them, erased by the one that forgets, and open to nobody else", () => {
    const readers = prod
      .ofType("AWS::IAM::Policy")
      .filter(([id]) => !id.startsWith("CustomCDKBucketDeployment"))
      .flatMap(([id, each]) =>
        (each.Properties["PolicyDocument"] as { Statement: Statement[] }).Statement.flatMap(
          ({ Action, Resource }) =>
            [Action]
              .flat()
              .flatMap((action) =>
                action.startsWith("s3:") ? [`${id} ${action} ${written(Resource)}`] : [],
              ),
        ),
      )
      .map((each) => each.replace(/roleDefaultPolicy\w+/, ""));
    expect(readers.sort()).toEqual([
      "countmail s3:ListBucket RawMailsBucket.Arn",
      "personalapi s3:DeleteObject RawMailsBucket.Arn/*",
      "personalapi s3:GetObject RawMailsBucket.Arn/*",
      "personalapi s3:ListBucket RawMailsBucket.Arn",
      "receivemail s3:GetObject RawMailsBucket.Arn/*",
      "receivemail s3:ListBucket RawMailsBucket.Arn",
    ]);
  });
});

describe("an announced mail", () => {
  it("comes from SES of this account, by an encrypted connection", () => {
    const policy = statements("AWS::SNS::TopicPolicy", "MailInTopic");
    expect(policy.find(({ Effect }) => Effect === "Allow")).toMatchObject({
      Action: "sns:Publish",
      Principal: { Service: "ses.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    });
    expect(JSON.stringify(policy)).toContain("aws:SecureTransport");
  });

  it("waits in a queue that gives it to its Lambda alone, hides it long enough, and gives up after five attempts", () => {
    expect(properties("ReceiveMailQueueQueue")).toMatchObject({
      RedrivePolicy: {
        deadLetterTargetArn: { "Fn::GetAtt": ["MailDeadLettersQueue", "Arn"] },
        maxReceiveCount: 5,
      },
      VisibilityTimeout: 6 * (properties("ReceiveMailFunction")["Timeout"] as number),
    });
    const [, source] = prod
      .ofType("AWS::Lambda::EventSourceMapping")
      .find(([, each]) => written(each.Properties["FunctionName"]) === "ReceiveMailFunction")!;
    expect(source.Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });

  it("is asked after once a day, at three in the morning", () => {
    const rules = prod.ofType("AWS::Events::Rule").map(([, each]) => each.Properties);
    const counting = rules.find((each) => each["ScheduleExpression"] === "cron(0 3 * * ? *)");
    expect(written((counting!["Targets"] as { Arn: unknown }[])[0]!.Arn)).toBe("CountMailFunction.Arn");
  });

  it.each(["not-taken", "waiting", "unaccounted"])("alarms when mails are %s", (what) => {
    const names = prod.ofType("AWS::CloudWatch::Alarm").map(([, each]) => each.Properties["AlarmName"]);
    expect(names).toContain(`kept-mails-${what}`);
  });
});
