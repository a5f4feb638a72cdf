import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { keep, pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

/**
 * The keys that sign customers' links. AWS makes the first `current`. To rotate, move it to `previous` and write a new
 * one of 64 letters and digits: links that are out go on working until the rotation after that.
 */
export class LinkKeys extends Construct {
  readonly secretName: string;
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.secretName = named(stage, "kept/link-keys");
    this.secret = new Secret(this, "secret", {
      secretName: this.secretName,
      description:
        "Signs the links in mails: { current, previous }; without it every link that is out is void",
      generateSecretString: {
        secretStringTemplate: "{}",
        generateStringKey: "current",
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: keep(stage),
    });
    pin(this.secret, "link-keys", "Secret");
  }

  grantRead(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ["secretsmanager:GetSecretValue"],
      resourceArns: [this.secret.secretArn],
    });
  }
}
