import { account, arn, region } from "./account.ts";

/** What `Ref` and `Fn::GetAtt` give for one resource type, from its physical name. */
export interface Kind {
  /** The property that holds the name; without one the logical id is the name. */
  readonly nameProperty?: string;
  readonly ref: (name: string) => string;
  readonly attributes: Readonly<Record<string, (name: string) => string>>;
}

const itself = (name: string): string => name;

const named = (nameProperty: string, toArn: (name: string) => string): Kind => ({
  nameProperty,
  ref: itself,
  attributes: { Arn: toArn },
});

const queueUrl = (name: string): string => `https://sqs.${region}.amazonaws.com/${account}/${name}`;
const topicArn = (name: string): string => arn("sns", name);
const machineArn = (name: string): string => arn("states", `stateMachine:${name}`);
const table = named("TableName", (name) => arn("dynamodb", `table/${name}`));
const identified: Kind = { ref: itself, attributes: {} };

/** Only what a Lambda's environment, a route, a target or a definition may point at. */
export const kinds: Readonly<Record<string, Kind>> = {
  "AWS::Lambda::Function": named("FunctionName", (name) => arn("lambda", `function:${name}`)),
  "AWS::DynamoDB::Table": table,
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::StepFunctions::StateMachine": {
    nameProperty: "StateMachineName",
    ref: machineArn,
    attributes: { Arn: machineArn, Name: itself },
  },
  "AWS::SNS::Topic": {
    nameProperty: "TopicName",
    ref: topicArn,
    attributes: { TopicArn: topicArn, TopicName: itself },
  },
  "AWS::SQS::Queue": {
    nameProperty: "QueueName",
    ref: queueUrl,
    attributes: { Arn: (name) => arn("sqs", name), QueueName: itself, QueueUrl: queueUrl },
  },
  "AWS::ApiGatewayV2::Api": {
    ref: itself,
    attributes: { ApiEndpoint: (name) => `https://${name}.execute-api.${region}.amazonaws.com` },
  },
  "AWS::ApiGatewayV2::Integration": identified,
  "AWS::ApiGatewayV2::Stage": identified,
  "AWS::IAM::Role": named("RoleName", (name) => `arn:aws:iam::${account}:role/${name}`),
  "AWS::Logs::LogGroup": named("LogGroupName", (name) => arn("logs", `log-group:${name}:*`)),
  "AWS::Events::EventBus": named("Name", (name) => arn("events", `event-bus/${name}`)),
  "AWS::S3::Bucket": named("BucketName", (name) => `arn:aws:s3:::${name}`),
  "AWS::SES::ConfigurationSet": { nameProperty: "Name", ref: itself, attributes: {} },
  "AWS::SES::ReceiptRuleSet": { nameProperty: "RuleSetName", ref: itself, attributes: {} },
  "AWS::SES::EmailIdentity": { nameProperty: "EmailIdentity", ref: itself, attributes: {} },
  "AWS::SecretsManager::Secret": {
    nameProperty: "Name",
    ref: (name) => arn("secretsmanager", `secret:${name}`),
    attributes: { Id: (name) => arn("secretsmanager", `secret:${name}`) },
  },
};
