import { type App, Stack } from "aws-cdk-lib";
import type { Policy } from "#core/policy/shape.ts";
import { apiLambdas, httpApi } from "./api.ts";
import { grantAreas } from "./area-grants.ts";
import { clocks } from "./clocks.ts";
import { deadLetters } from "./dead-letters.ts";
import { Elsewhere, tellingElsewhere } from "./elsewhere.ts";
import { environmentOf } from "./environment.ts";
import { LinkKeys } from "./link-keys.ts";
import { mailEvents } from "./mail-events.ts";
import { MailIn } from "./mail-in.ts";
import { Outbound } from "./outbound.ts";
import { outputs } from "./outputs.ts";
import { RawMails } from "./raw-mails.ts";
import { Records } from "./records.ts";
import { executionsEnding, sweeping } from "./rules.ts";
import { named, type Settings } from "./settings.ts";
import { SignIn } from "./sign-in.ts";
import { Site } from "./site.ts";
import { appointmentSteps } from "./state-machines/appointment.ts";
import { caseSteps } from "./state-machines/case.ts";
import { machinesOf } from "./state-machines/machines.ts";
import { StepLambda } from "./step-lambda.ts";
import { Watch } from "./watch.ts";

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
    const rawMails = new RawMails(this, "raw-mails", settings);
    const outbound = new Outbound(this, "outbound", settings);
    const linkKeys = new LinkKeys(this, "link-keys", stage);
    const elsewhere = new Elsewhere(this, "elsewhere", stage, policies);
    const machines = clocks(this, stage);
    const letters = deadLetters(this, stage);

    const environment = environmentOf(settings, {
      table: records.table.tableName,
      machines: machines.prefix,
      linkKeys: linkKeys.secretName,
      elsewhere: elsewhere.secretName,
      configurationSet: outbound.configurationSet.configurationSetName,
      rawMails: rawMails.bucket.bucketName,
    });
    const step = (name: string) => new StepLambda(this, name, { settings, environment });
    const onEvent = (name: string) =>
      new StepLambda(this, name, { settings, environment, deadLetters: letters });
    const areas = apiLambdas(step);
    const apis = Object.values(areas);
    const steps = appointmentSteps(step);
    const { send, attendance } = steps;
    const cases = caseSteps(step);
    const readMailEvents = step("mail-events");
    const mails = { receive: step("receive-mail"), count: onEvent("count-mail") };
    const sweep = onEvent("sweep");
    const executionEnded = onEvent("execution-ended");
    const tellElsewhere = onEvent("tell-elsewhere");
    const acts = [...apis, cases.next, mails.receive, sweep];
    const sends = [...acts, send.confirmation, send.reminder, attendance.ask];
    const quiet = [steps.endAppointment, attendance.await, attendance.note, steps.tellStaff];
    const others = [...quiet, cases.await, readMailEvents, executionEnded, mails.count, tellElsewhere];
    for (const each of [...sends, ...others]) records.grantReadWrite(each);
    // Confirming also carries out what else a change owes: the execution before it is stopped, an offer is made.
    for (const each of [...acts, readMailEvents, send.confirmation]) machines.grantStartStop(each);
    for (const each of [...acts, readMailEvents, attendance.await, cases.await]) machines.grantAnswer(each);
    for (const each of sends) {
      linkKeys.grantRead(each);
      outbound.grantMail(each);
    }
    for (const each of [send.reminder, sweep]) outbound.grantSms(each);
    for (const each of [sweep, tellElsewhere]) records.grantDue(each);
    elsewhere.grantRead(tellElsewhere);
    grantAreas(areas, records, rawMails);

    const made = machinesOf(this, settings, policies, { appointments: steps, cases });
    sweeping(this, sweep, letters);
    tellingElsewhere(this, tellElsewhere, letters);
    if (made.length > 0) executionsEnding(this, made, executionEnded, letters);
    const { configurationSet } = outbound;
    mailEvents(this, { settings, configurationSet, reader: readMailEvents, deadLetters: letters });
    const mailIn = new MailIn(this, "mail-in", { settings, policies, rawMails, mails, letters });

    const signIn = new SignIn(this, "sign-in", settings);
    const api = httpApi(this, settings, areas, signIn.authorizer);
    new Site(this, "site", { settings, api, signIn });
    const lambdas = [...sends, ...others];
    new Watch(this, "watch", { settings, api, machines: made, lambdas, sweep, deadLetters: letters, mailIn });
    outputs(this, { settings, policies, apiUrl: api.apiEndpoint, outbound, signIn });
  }
}
