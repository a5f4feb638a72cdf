import { type App, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { planAppointments } from "#core/policy/plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import { httpApi } from "./api.ts";
import { clocks } from "./clocks.ts";
import { environmentOf } from "./environment.ts";
import { LinkKeys } from "./link-keys.ts";
import { Outbound } from "./outbound.ts";
import { Records } from "./records.ts";
import { named, type Settings } from "./settings.ts";
import { SignIn } from "./sign-in.ts";
import { Site } from "./site.ts";
import { appointmentMachine } from "./state-machines/appointment.ts";
import { StepLambda } from "./step-lambda.ts";

export interface KeptStackProps {
  readonly settings: Settings;
  /** Those of the enabled packs. */
  readonly policies: readonly Policy[];
}

/** All of Kept in one region: who calls whom, and who may do what. */
export class KeptStack extends Stack {
  constructor(app: App, { settings, policies }: KeptStackProps) {
    const { stage, region } = settings;
    super(app, named(stage, "kept"), { env: { region } });

    const records = new Records(this, "records", stage);
    const outbound = new Outbound(this, "outbound", settings);
    const linkKeys = new LinkKeys(this, "link-keys", stage);
    const machines = clocks(this, stage);

    const environment = environmentOf(settings, {
      table: records.table.tableName,
      machines: machines.prefix,
      linkKeys: linkKeys.secretName,
    });
    const step = (name: string) => new StepLambda(this, name, { stage, environment });
    const areas = { public: step("public-api"), link: step("link-api"), staff: step("staff-api") };
    const apis = Object.values(areas);
    const sendConfirmation = step("send-confirmation");
    const sendReminder = step("send-reminder");
    const endAppointment = step("end-appointment");
    const tellStaff = step("tell-staff");
    const sweep = step("sweep");

    const sends = [...apis, sendConfirmation, sendReminder, sweep];
    for (const each of [...sends, endAppointment, tellStaff]) records.grantReadWrite(each);
    for (const each of [...apis, sweep]) machines.grantStartStop(each);
    for (const each of sends) {
      linkKeys.grantRead(each);
      outbound.grantMail(each);
    }
    for (const each of [sendReminder, sweep]) outbound.grantSms(each);
    records.grantDue(sweep);

    const send = { confirmation: sendConfirmation, reminder: sendReminder };
    for (const policy of policies) {
      const plan = planAppointments(policy);
      if (plan) appointmentMachine(this, stage, plan, { send, endAppointment, tellStaff });
    }

    // Five minutes is how late an owed effect may be whose Lambda died between its commit and carrying it out.
    new Rule(this, "sweeping", {
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(sweep, { maxEventAge: Duration.minutes(5) })],
    });

    const { authorizer } = new SignIn(this, "sign-in", settings);
    const api = httpApi(this, stage, areas, authorizer);
    new Site(this, "site", { settings, api });
    new CfnOutput(this, "ApiUrl", { value: api.apiEndpoint, description: "Where the API answers" });
  }
}
