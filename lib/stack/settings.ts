/** What differs between deployments, and nothing that a policy or a Lambda should decide. */
export interface Settings {
  readonly stage: Stage;
  readonly region: string;
  /** The address that customers see mails come from; its domain is verified with SES. */
  readonly sender: string;
  /** Where pages and links live, without a slash at its end. */
  readonly site: string;
  /** The certificate for the domain of `site`, in us-east-1. Without one the site answers at CloudFront's own name. */
  readonly siteCertificate?: string;
  /** The policies that are deployed, `policies/{pack}.json` each. */
  readonly packs: readonly string[];
  /** Up to 11 letters and digits, where the country allows a name as sender. */
  readonly smsSender?: string;
  /** Sites whose pages carry the booking widget: browsers may call the API from these and no others. */
  readonly widgetOrigins: readonly string[];
  readonly limits: Limits;
  readonly retention: Retention;
  /** Servers of the companies that hand their mail on to us, by IP address or by the domain that they send in the name of. */
  readonly forwarders: readonly string[];
  /**
   * The receipt rule set that is active in the account, where something else made it: our rule is added to it. Without one
   * the stack makes a set of its own, which a person activates.
   */
  readonly receiptRuleSet?: string;
  /** Who is written to when an alarm goes off. */
  readonly alarmMail?: string;
}

/** Of the whole API: beyond them a caller is told to come back, and no Lambda runs. */
export interface Limits {
  readonly requestsPerSecond: number;
  readonly burst: number;
  /** In US dollars; SNS stops sending at the account's limit, which a person sets to the same. */
  readonly smsDollarsPerMonth: number;
}

export interface Retention {
  /** Logs hold ids, never people; CloudWatch takes only some numbers of days. */
  readonly logDays: 7 | 30 | 90 | 365;
  /** Mails as they came in, with their attachments, and what is known of each from its envelope. */
  readonly mailDays: number;
}

const stages = ["local", "dev", "prod"] as const;
export type Stage = (typeof stages)[number];

const packs = ["taxdome", "solar", "bnc", "expandit"] as const;

/** Three bookings a second are ten thousand an hour; the burst lets a page ask for many weeks at once. */
const limits: Limits = { requestsPerSecond: 50, burst: 100, smsDollarsPerMonth: 100 };

/** Domains under `.example` stand for the ones that the deploying company owns. */
const perStage: Readonly<Record<Stage, Omit<Settings, "stage">>> = {
  local: {
    region: "eu-west-1",
    sender: "service@kept.example",
    site: "http://127.0.0.1:8787",
    packs,
    // On whatever port: the local world asks for none of them.
    widgetOrigins: ["http://127.0.0.1", "http://localhost"],
    limits,
    retention: { logDays: 7, mailDays: 30 },
    forwarders: ["forwarder.example"],
  },
  dev: {
    region: "eu-west-1",
    sender: "service@dev.kept.example",
    site: "https://dev.kept.example",
    packs,
    widgetOrigins: ["https://test.taxdome.example"],
    limits: { requestsPerSecond: 10, burst: 20, smsDollarsPerMonth: 1 },
    retention: { logDays: 7, mailDays: 30 },
    forwarders: [],
  },
  prod: {
    region: "eu-west-1",
    sender: "service@kept.example",
    site: "https://kept.example",
    packs,
    smsSender: "Kept",
    widgetOrigins: ["https://taxdome.example", "https://www.taxdome.example"],
    limits,
    retention: { logDays: 30, mailDays: 400 },
    forwarders: [],
    alarmMail: "on-call@kept.example",
  },
};

/**
 * The settings of a stage; without one, those of the local world, so that `npm run synth` needs no flag.
 * @throws RangeError when there is no such stage.
 */
export const settingsOf = (stage: unknown = "local"): Settings => {
  const known = stages.find((each) => each === stage);
  if (known === undefined)
    throw new RangeError(`no stage "${String(stage)}": name one of ${stages.join(", ")}`);
  return { stage: known, ...perStage[known] };
};

/** A name as the contract has it, with the stage in front where it could meet production's: `dev-kept-…`. */
export const named = (stage: Stage, name: string): string => (stage === "dev" ? `${stage}-${name}` : name);

/** Where our own addresses lie, which answers to our mails come to. */
export const mailDomainOf = ({ sender }: Pick<Settings, "sender">): string =>
  sender.slice(sender.indexOf("@") + 1);
