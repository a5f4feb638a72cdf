import { now } from "#adapters/clock.ts";
import { digests } from "#adapters/digests.ts";
import { environment } from "#adapters/environment.ts";
import { createExecutions } from "#adapters/executions.ts";
import { createHolidays } from "#adapters/holidays.ts";
import { newCode, newId } from "#adapters/ids.ts";
import { createLinkKeys } from "#adapters/link-keys.ts";
import { createLinks } from "#adapters/links.ts";
import { createMailer } from "#adapters/mailer.ts";
import { createPolicies } from "#adapters/policies.ts";
import type { Ports } from "#adapters/ports.ts";
import { createTable } from "#adapters/table.ts";
import { createTexter } from "#adapters/texter.ts";
import { log } from "./log.ts";

const wire = (): Ports => {
  const settings = environment(process.env);
  const table = createTable(settings.KEPT_TABLE);
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
      keys: createLinkKeys(settings.KEPT_LINK_KEYS),
      now,
    }),
    table,
    mailer: createMailer({ sender: settings.KEPT_SENDER, configurationSet: settings.KEPT_CONFIGURATION_SET }),
    texter: createTexter({ senderId: settings.KEPT_SMS_SENDER }),
    executions: createExecutions(settings.KEPT_MACHINES),
  };
};

let wired: Ports | undefined;

/** Made at the first event of a process and kept for all that follow, with their connections. */
export const ports = (): Ports => (wired ??= wire());
