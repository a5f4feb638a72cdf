import { named, type Settings } from "./settings.ts";

/** Something that cdk-nag finds and we keep. */
export interface Acknowledged {
  readonly reason: string;
  /** As cdk-nag writes them, with what was found in brackets where a rule finds several things at once. */
  readonly findings: readonly string[];
  /** Which constructs, by their path below the stack. */
  readonly on: RegExp;
}

/** A test holds that nothing else is found, that each of these is, and that there are no more than ten. */
export const acknowledgedIn = (settings: Settings): readonly Acknowledged[] => [
  {
    reason: "Customers have no account: what is open is public, and a link brings a token of its own",
    findings: ["AwsSolutions-APIG4"],
    on: /^api$/,
  },
  {
    reason:
      "What rotated by itself would void every link that is out, or lock us out of another system; a person does it",
    findings: ["AwsSolutions-SMG4"],
    on: /^(link-keys|elsewhere)$/,
  },
  {
    reason:
      "Traces, phone numbers and log deliveries have no ARN; topics are denied again where SMS is allowed",
    findings: ["AwsSolutions-IAM5[Resource::*]"],
    on: /-role$|-(appointment|complaint|incident|inquiry)$/,
  },
  {
    reason:
      "Executions and mails get their names as they come; machines are ours by their prefix, and a bucket by its own",
    findings: [...machinesByPrefix(settings), wildcard("Resource::<RawMailsBucket.Arn>/*")],
    on: /-role$/,
  },
  {
    reason:
      "Somebody waits for its answer, or a queue with dead letters feeds it: no event can be lost there",
    findings: ["Serverless-LambdaDLQ", "Serverless-LambdaEventSourceMappingDestination"],
    on: /^(public-api|link-api|staff-api|personal-api|send-confirmation|send-reminder|await-attendance|note-outcome|ask-feedback|end-appointment|next-step|await-case|tell-staff|mail-events|receive-mail)$/,
  },
  {
    reason: "This is where dead letters end; an alarm goes off at the first",
    findings: ["Serverless-SQSRedrivePolicy"],
    on: /(^|\/mail-)dead-letters$/,
  },
  {
    reason:
      "Nobody's address and nobody's path is kept: what has to be known of a call, or of a mail, is in our own logs",
    findings: ["AwsSolutions-S1", "AwsSolutions-CFR3"],
    on: /^(site|raw-mails)$/,
  },
  {
    reason:
      "Customers travel, and the API's limits hold off floods; a firewall is a monthly bill to decide on",
    findings: ["AwsSolutions-CFR1", "AwsSolutions-CFR2"],
    on: /^site$/,
  },
  {
    reason:
      "CloudFront's own name comes with its own rules; a domain with a certificate gets TLS 1.2 and later",
    findings: settings.siteCertificate === undefined ? ["AwsSolutions-CFR4"] : [],
    on: /^site$/,
  },
  {
    reason: "The CDK's own Lambda that copies pages: it runs while somebody deploys, and comes as it is",
    findings: deploymentOfPages(settings),
    on: /^Custom::CDKBucketDeployment\w+$/,
  },
];

const machinesByPrefix = ({ region, stage }: Settings): string[] =>
  ["stateMachine:{}*", "execution:{}*:*"].map((resource) => {
    const arn = `arn:aws:states:${region}:<AWS::AccountId>:${resource.replace("{}", named(stage, "kept-"))}`;
    return `AwsSolutions-IAM5[Resource::${arn}]`;
  });

const deploymentOfPages = ({ region }: Settings): string[] => [
  ...["Action::s3:GetBucket*", "Action::s3:GetObject*", "Action::s3:List*", "Action::s3:Abort*"].map(
    wildcard,
  ),
  wildcard("Action::s3:DeleteObject*"),
  wildcard(`Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${region}/*`),
  wildcard("Resource::<sitebucketA3C1600A.Arn>/*"),
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
  "AwsSolutions-L1",
  "Serverless-LambdaDLQ",
  "Serverless-LambdaLatestVersion",
  "Serverless-LambdaTracing",
];

const wildcard = (found: string): string => `AwsSolutions-IAM5[${found}]`;
