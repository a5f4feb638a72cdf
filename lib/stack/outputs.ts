import { CfnOutput } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { forwardsOf } from "#core/mail/arrival.ts";
import type { Policy } from "#core/policy/shape.ts";
import { consoleOf } from "./console.ts";
import type { Outbound } from "./outbound.ts";
import { mailDomainOf, named, type Settings } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";

interface OutputsProps {
  readonly settings: Settings;
  readonly policies: readonly Policy[];
  readonly apiUrl: string;
  readonly outbound: Outbound;
  readonly signIn: SignIn;
}

/** What somebody needs who has just deployed: addresses to open, and lines to paste. */
export const outputs = (
  scope: Construct,
  { settings, policies, apiUrl, outbound, signIn }: OutputsProps,
): void => {
  const { stage, region, packs, limits, smsSender } = settings;
  const say = (id: string, value: string, description: string) =>
    new CfnOutput(scope, id, { value, description });
  const pack = packs[0] ?? "pack";
  const pool = signIn.userPoolId;
  const member = `--region ${region} --user-pool-id ${pool} --username manager`;
  const address = "Name=email,Value=manager@kept.example Name=email_verified,Value=true";
  const sender = smsSender === undefined ? "" : `,DefaultSenderID=${smsSender}`;

  say("ApiUrl", apiUrl, "Where the API answers");
  say("Try", `curl ${apiUrl}/v1/${pack}/about`, "The first question to ask it");
  say("Dashboard", consoleOf(region).dashboard(named(stage, "kept")), "How it goes, in words");
  say(
    "Dkim",
    outbound.dkim,
    "CNAME records for the sender's domain: SES sends nothing before they are there",
  );
  say(
    "Mx",
    `${mailDomainOf(settings)} MX 10 inbound-smtp.${region}.amazonaws.com`,
    "The DNS record that brings mail for our own domain here, answers to our mails among it",
  );
  say(
    "Forwarding",
    forwarding(settings, policies),
    "Where each mailbox of a company is handed on to, by that company's own mail server",
  );
  say(
    "ActivateMail",
    activation(settings),
    "Lets SES hand mail to this stack, unless another rule set is active",
  );
  say(
    "SmsLimit",
    `aws sns set-sms-attributes --region ${region} --attributes MonthlySpendLimit=${limits.smsDollarsPerMonth},DefaultSMSType=Transactional${sender}`,
    "An account setting that no stack can make: what SMS may cost in a month, in US dollars",
  );
  say(
    "FirstManager",
    `aws cognito-idp admin-create-user ${member} --user-attributes ${address} && aws cognito-idp admin-add-user-to-group ${member} --group-name ${pack}:manager`,
    "Makes the first member of staff, with your own name and address in it",
  );
};

const forwarding = (settings: Settings, policies: readonly Policy[]): string =>
  policies.flatMap((policy) => forwardsOf(policy, mailDomainOf(settings))).join("; ");

/** An account has one active set. Never takes the place of one that somebody else made: their mail would stop. */
const activation = ({ stage, region, receiptRuleSet }: Settings): string => {
  if (receiptRuleSet !== undefined) return `nothing to do: the rule is in ${receiptRuleSet}`;
  const ses = `aws ses --region ${region} --output text`;
  const active = `${ses} describe-active-receipt-rule-set --query Metadata.Name`;
  const activate = `${ses} set-active-receipt-rule-set --rule-set-name ${named(stage, "kept")}`;
  return `case "$(${active})" in None|"") ${activate};; *) echo "another rule set is active";; esac`;
};
