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
}

const stages = ["local", "dev", "prod"] as const;
export type Stage = (typeof stages)[number];

const packs = ["taxdome"] as const;

/** Domains under `.example` stand for the ones that the deploying company owns. */
const perStage: Readonly<Record<Stage, Omit<Settings, "stage">>> = {
  local: { region: "eu-west-1", sender: "service@kept.example", site: "http://127.0.0.1:8787", packs },
  dev: { region: "eu-west-1", sender: "service@dev.kept.example", site: "https://dev.kept.example", packs },
  prod: {
    region: "eu-west-1",
    sender: "service@kept.example",
    site: "https://kept.example",
    packs,
    smsSender: "Kept",
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
