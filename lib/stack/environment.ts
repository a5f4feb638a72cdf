import type { Settings } from "./settings.ts";

/** What only the constructs know. */
export interface Made {
  readonly table: string;
  readonly machines: string;
  readonly linkKeys: string;
  readonly elsewhere: string;
  readonly configurationSet: string;
  readonly rawMails: string;
}

/**
 * The environment of every Lambda, as `lib/adapters/environment.ts` will read it. All get the same: in the local world
 * they share one process, and so one environment.
 */
export const environmentOf = (
  { sender, site, smsSender, packs, retention, forwarders }: Settings,
  { table, machines, linkKeys, elsewhere, configurationSet, rawMails }: Made,
): Record<string, string> => ({
  KEPT_TABLE: table,
  KEPT_MACHINES: machines,
  KEPT_LINK_KEYS: linkKeys,
  KEPT_ELSEWHERE: elsewhere,
  KEPT_CONFIGURATION_SET: configurationSet,
  KEPT_SENDER: sender,
  KEPT_SITE: site,
  KEPT_PACKS: packs.join(","),
  KEPT_RAW_MAILS: rawMails,
  KEPT_RAW_MAIL_DAYS: String(retention.mailDays),
  ...(forwarders.length > 0 && { KEPT_FORWARDERS: forwarders.join(",") }),
  ...(smsSender === undefined ? {} : { KEPT_SMS_SENDER: smsSender }),
  POWERTOOLS_SERVICE_NAME: "kept",
  POWERTOOLS_LOG_LEVEL: "INFO",
});
