import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { keep, pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

/** `board` hears what nobody below may decide alone; managers judge and waive; staff do the rest. */
const roles = ["staff", "manager", "board"] as const;

/** Who may act for a company: people whom an administrator made, in groups `{pack}:{role}`. */
export class SignIn extends Construct {
  readonly authorizer: HttpUserPoolAuthorizer;
  readonly client: UserPoolClient;
  readonly userPoolId: string;

  constructor(scope: Construct, id: string, { stage, packs }: { stage: Stage; packs: readonly string[] }) {
    super(scope, id);
    const people = new UserPool(this, "staff", {
      userPoolName: named(stage, "kept-staff"),
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      // Billed for each person who signs in in a month: staff are few, and their accounts open everything.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      removalPolicy: keep(stage),
    });
    pin(people, "staff", "UserPool");
    this.userPoolId = people.userPoolId;
    this.client = people.addClient("desk", {
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
    });
    this.authorizer = new HttpUserPoolAuthorizer("staff", people, { userPoolClients: [this.client] });
    for (const groupName of packs.flatMap((pack) => roles.map((role) => `${pack}:${role}`)))
      new CfnUserPoolGroup(this, groupName.replace(":", "-"), { userPoolId: people.userPoolId, groupName });
  }
}
