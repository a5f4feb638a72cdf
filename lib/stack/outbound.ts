import { Stack } from "aws-cdk-lib";
import { Effect, Grant, type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { keep, pin } from "./pin.ts";
import { named, type Settings } from "./settings.ts";

/** Ways out to customers: mail from one verified domain, and SMS. */
export class Outbound extends Construct {
  /** What all mail is sent with, so that its fate is reported. */
  readonly configurationSet: ConfigurationSet;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, { sender, stage }: Settings) {
    super(scope, id);
    this.identity = new EmailIdentity(this, "sender", {
      identity: Identity.domain(sender.slice(sender.indexOf("@") + 1)),
    });
    this.identity.applyRemovalPolicy(keep(stage));
    pin(this.identity, "sender", "Identity");
    this.configurationSet = new ConfigurationSet(this, "configuration-set", {
      configurationSetName: named(stage, "kept"),
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    pin(this.configurationSet, "mail", "ConfigurationSet");
  }

  /** SES asks for both: the sender's identity, and the configuration set that a mail names. */
  grantMail(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ["ses:SendRawEmail"],
      resourceArns: [this.identity.emailIdentityArn, this.configurationSetArn()],
    });
  }

  /** `name → value` for each record that proves the domain to be the company's. */
  get dkim(): string {
    return this.identity.dkimRecords.map(({ name, value }) => `${name} → ${value}`).join("; ");
  }

  private configurationSetArn(): string {
    const resourceName = this.configurationSet.configurationSetName;
    return Stack.of(this).formatArn({ service: "ses", resource: "configuration-set", resourceName });
  }

  /** A phone number has no ARN, so IAM can only allow everything; topics, which have one, are taken out again. */
  grantSms(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ["sns:Publish"], resourceArns: ["*"] });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ effect: Effect.DENY, actions: ["sns:Publish"], resources: ["arn:*:sns:*:*:*"] }),
    );
  }
}
