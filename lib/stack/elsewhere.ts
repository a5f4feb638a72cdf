import { Duration, SecretValue } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Policy } from "#core/policy/shape.ts";
import { keep, pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

/**
 * The ways into other companies' systems. It is made empty, which is no secret, and a person writes them in; a deployment
 * changes it only when the text below changes, and so never takes away what was written.
 */
export class Elsewhere extends Construct {
  readonly secretName: string;
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, stage: Stage, policies: readonly Policy[]) {
    super(scope, id);
    this.secretName = named(stage, "kept/elsewhere");
    this.secret = new Secret(this, "secret", {
      secretName: this.secretName,
      description: "The ways into other systems, by company and system; see docs/deploy.md",
      secretStringValue: SecretValue.unsafePlainText(
        JSON.stringify(stage === "local" ? offIn(policies) : {}),
      ),
      removalPolicy: keep(stage),
    });
    pin(this.secret, "elsewhere", "Secret");
  }

  grantRead(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ["secretsmanager:GetSecretValue"],
      resourceArns: [this.secret.secretArn],
    });
  }
}

/** On one's own machine nobody is to be told, and nobody to be asked why not. */
const offIn = (policies: readonly Policy[]): object =>
  Object.fromEntries(
    policies.flatMap(({ pack, cases }) =>
      cases?.systems === undefined
        ? []
        : [[pack, Object.fromEntries(cases.systems.map(({ id }) => [id, "off"]))]],
    ),
  );

/** In its own time, so that a slow system holds up no sweep. */
export const tellingElsewhere = (scope: Construct, tell: IFunction, deadLetterQueue: Queue): Rule =>
  new Rule(scope, "telling-elsewhere", {
    description: "Tells other systems what they are to know of cases",
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [new LambdaFunction(tell, { maxEventAge: Duration.minutes(5), deadLetterQueue })],
  });
