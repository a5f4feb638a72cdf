import { Aws, Duration } from "aws-cdk-lib";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  type OAuthSettings,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolClientOptions,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { roles } from "#api/roles.ts";
import { keep, pin } from "./pin.ts";
import { named, type Settings } from "./settings.ts";

/** Who may act for a company: people whom an administrator made, in groups `{pack}:{role}`. */
export class SignIn extends Construct {
  readonly authorizer: HttpUserPoolAuthorizer;
  readonly client: UserPoolClient;
  readonly userPoolId: string;
  /** The address of the pages on which people sign in, without a slash at its end. */
  readonly domain: string;

  constructor(scope: Construct, id: string, { stage, packs, site }: Settings) {
    super(scope, id);
    const people = new UserPool(this, "staff", {
      userPoolName: named(stage, "kept-staff"),
      selfSignUpEnabled: false,
      // An administrator names people as the policies do, `lena`: that name stands in every entry of the audit.
      signInAliases: { username: true, email: true },
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
    this.domain = people
      .addDomain("pages", {
        // Unique in a region among all accounts.
        cognitoDomain: { domainPrefix: `${named(stage, "kept-staff")}-${Aws.ACCOUNT_ID}` },
      })
      .baseUrl();
    this.client = people.addClient("desk", { ...deskClient, oAuth: byCode(`${site}/desk`) });
    this.authorizer = new HttpUserPoolAuthorizer("staff", people, { userPoolClients: [this.client] });
    for (const groupName of packs.flatMap((pack) => roles.map((role) => `${pack}:${role}`)))
      new CfnUserPoolGroup(this, groupName.replace(":", "-"), { userPoolId: people.userPoolId, groupName });
  }
}

/** Signed in for a day at the most; a stolen token is good for an hour. */
const deskClient: UserPoolClientOptions = {
  authFlows: { userSrp: true },
  preventUserExistenceErrors: true,
  supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
  accessTokenValidity: Duration.hours(1),
  idTokenValidity: Duration.hours(1),
  refreshTokenValidity: Duration.hours(12),
};

/** The desk is a page and keeps no secret: a code and the proof of who asked for it (PKCE), never a token in an address. */
const byCode = (desk: string): OAuthSettings => ({
  flows: { authorizationCodeGrant: true },
  scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
  callbackUrls: [desk],
  logoutUrls: [desk],
});
