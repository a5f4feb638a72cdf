import { now } from "#adapters/clock.ts";
import { digests } from "#adapters/digests.ts";
import { type Environment, environment } from "#adapters/environment.ts";
import { createHolidays } from "#adapters/holidays.ts";
import { newCode, newId } from "#adapters/ids.ts";
import { createLinks } from "#adapters/links.ts";
import { createPolicies } from "#adapters/policies.ts";
import type { Ports } from "#adapters/ports.ts";
import { createTable } from "#adapters/table.ts";
import { late } from "#core/late.ts";
import { log } from "./log.ts";

const wire = (): Ports => {
  const settings = environment(process.env);
  const table = createTable(settings.KEPT_TABLE);
  const { keys, mailer, texter, executions } = latePorts(settings);
  return {
    now,
    newId,
    newCode,
    digests,
    log,
    policies: createPolicies(table),
    holidays: createHolidays(),
    links: createLinks({
      site: settings.KEPT_SITE,
      mailDomain: settings.KEPT_SENDER.slice(settings.KEPT_SENDER.indexOf("@") + 1),
      keys: async () => (await keys())(),
      now,
    }),
    table,
    mailer: { send: async (mail) => (await mailer()).send(mail) },
    texter: { send: async (text) => (await texter()).send(text) },
    executions: {
      start: async (...run) => (await executions()).start(...run),
      stop: async (...run) => (await executions()).stop(...run),
      answer: async (token) => (await executions()).answer(token),
    },
  };
};

const latePorts = (settings: Environment) => ({
  keys: late(async () => {
    const { createLinkKeys } = await import("#adapters/link-keys.ts");
    return createLinkKeys(settings.KEPT_LINK_KEYS);
  }),
  mailer: late(async () => {
    const { createMailer } = await import("#adapters/mailer.ts");
    return createMailer({ sender: settings.KEPT_SENDER, configurationSet: settings.KEPT_CONFIGURATION_SET });
  }),
  texter: late(async () => {
    const { createTexter } = await import("#adapters/texter.ts");
    return createTexter({ senderId: settings.KEPT_SMS_SENDER });
  }),
  executions: late(async () => {
    const { createExecutions } = await import("#adapters/executions.ts");
    return createExecutions(settings.KEPT_MACHINES);
  }),
});

let wired: Ports | undefined;

/** Made at the first event of a process and kept for all that follow, with their connections. */
export const ports = (): Ports => (wired ??= wire());
