import { Effect, Grant, type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { keep, pin } from "./pin.ts";
import type { Settings } from "./settings.ts";

/** Ways out to customers: mail from one verified domain, and SMS. */
export class Outbound extends Construct {
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, { sender, stage }: Settings) {
    super(scope, id);
    this.identity = new EmailIdentity(this, "sender", {
      identity: Identity.domain(sender.slice(sender.indexOf("@") + 1)),
    });
    this.identity.applyRemovalPolicy(keep(stage));
    pin(this.identity, "sender", "Identity");
  }

  grantMail(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ["ses:SendRawEmail"],
      resourceArns: [this.identity.emailIdentityArn],
    });
  }

  /** A phone number has no ARN, so IAM can only allow everything; topics, which have one, are taken out again. */
  grantSms(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ["sns:Publish"], resourceArns: ["*"] });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ effect: Effect.DENY, actions: ["sns:Publish"], resources: ["arn:*:sns:*:*:*"] }),
    );
  }
}
