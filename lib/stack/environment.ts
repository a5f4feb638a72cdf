import type { Settings } from "./settings.ts";

/** What only the constructs know. */
export interface Made {
  readonly table: string;
  readonly machines: string;
  readonly linkKeys: string;
  readonly configurationSet: string;
}

/**
 * The environment of every Lambda, as `lib/adapters/environment.ts` will read it. All get the same: in the local world
 * they share one process, and so one environment.
 */
export const environmentOf = (
  { sender, site, smsSender }: Settings,
  { table, machines, linkKeys, configurationSet }: Made,
): Record<string, string> => ({
  KEPT_TABLE: table,
  KEPT_MACHINES: machines,
  KEPT_LINK_KEYS: linkKeys,
  KEPT_CONFIGURATION_SET: configurationSet,
  KEPT_SENDER: sender,
  KEPT_SITE: site,
  ...(smsSender === undefined ? {} : { KEPT_SMS_SENDER: smsSender }),
  POWERTOOLS_SERVICE_NAME: "kept",
  POWERTOOLS_LOG_LEVEL: "INFO",
});
