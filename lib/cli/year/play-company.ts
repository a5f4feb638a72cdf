import type { DeployedPolicy, Policies } from "#adapters/ports.ts";
import type { Item } from "#core/table.ts";
import { day, epoch, fromEpoch, type Instant, instant, plus } from "#core/time.ts";
import type { Assembly } from "#local/assembly.ts";
import { turn } from "#local/quiet.ts";
import { companyDays } from "../oracle/holidays.ts";
import { createSimulation, type Place } from "../simulation/world.ts";
import { type CaseTally, tallyCases } from "./cases/case-tally.ts";
import { grown } from "./company.ts";
import { type Counts, count } from "./counts.ts";
import { createDice, seedFor } from "./dice.ts";
import { createProviders, type YearsProviders } from "./providers.ts";
import { type Tally, tally } from "./tally.ts";
import { type Playing, setWishes, type YearsCompany } from "./wishes.ts";

export interface YearSettings {
  readonly year: number;
  readonly seed: number;
  /** The folder of the project, for the documents of holidays. */
  readonly root: string;
}

/** What became of one company's year. */
export interface PlayedYear extends Tally {
  readonly year: number;
  readonly seed: number;
  readonly pack: string;
  readonly company: string;
  readonly appointments: number;
  readonly hosts: number;
  /** Wishes that were not met, and acts that were not possible, by the code of the refusal. */
  readonly refused: Counts;
  /** How often steps said that something is wrong: for each failed send once, for instance. */
  readonly errors: Counts;
  readonly cases?: CaseTally;
}

/** Called once for each day of the virtual clock, with how many wishes and cases have begun. */
export type Watch = (begun: number) => void;

/**
 * A company's year of customers and staff, each decided by the seed, until the last session is over: on the deployed machines,
 * with the real steps, in a world and on a virtual clock of its own. Companies share nothing, not even keys in the table.
 */
export const playCompany = async (
  assembly: Assembly,
  company: YearsCompany,
  settings: YearSettings,
  watch: Watch,
): Promise<PlayedYear> => {
  const playing: Playing = { ...company, deployed: withHosts(company), refused: [], watched: [] };
  const providers = createProviders(createDice(seedFor(settings.seed, company.deployed.policy.pack)));
  const errors: string[] = [];
  const world = createSimulation({
    assembly,
    policies: policiesOf(playing),
    start: instant(`${settings.year}-01-01T00:00:00Z`),
    providers: providers.ports,
    log: { info: () => {}, error: (message) => void errors.push(message) },
    histories: false,
  });
  try {
    const begun = setWishes(world, [playing], settings);
    await passTime(world, settings.year, () => watch(begun()));
    const ended = { items: world.table.all(), now: world.clock.now(), errors: count(errors) };
    return played(ended, playing, settings, providers);
  } finally {
    await world.end();
  }
};

const withHosts = ({ deployed, appointments }: YearsCompany): DeployedPolicy => {
  const rules = deployed.policy.appointments;
  return rules === undefined ? deployed : grown(deployed, rules, Math.max(1, appointments));
};

const policiesOf = ({ deployed: { policy, version } }: Playing): Policies => ({
  current: (pack) => (pack === policy.pack ? { policy, version } : undefined),
  version: async (pack, asked) => (pack === policy.pack && asked === version ? policy : undefined),
});

/** A company's items once its year is over. */
interface Ended extends Pick<PlayedYear, "errors"> {
  readonly items: readonly Item[];
  readonly now: Instant;
}

const played = (
  { items, now, errors }: Ended,
  { deployed, appointments, cases, refused, watched }: Playing,
  { year, seed, root }: YearSettings,
  { accepted, outbox }: YearsProviders,
): PlayedYear => {
  const { policy } = deployed;
  const { pack, company } = policy;
  const days = companyDays(root, policy);
  const ofCases = cases === 0 ? undefined : tallyCases(items, { policy, days, watched, outbox, now });
  const all = tally(items, now, accepted());
  return {
    year,
    seed,
    pack,
    company,
    appointments,
    errors,
    refused: count(refused),
    hosts: policy.appointments?.hosts.length ?? 0,
    ...all,
    unaccounted: [...all.unaccounted, ...(ofCases?.unaccounted ?? [])],
    ...(ofCases !== undefined && { cases: ofCases }),
  };
};

/** Nobody books further ahead than two months, or looks on for longer than a fortnight. */
const longestAhead = 120 * day;

/** Day by day, so that who watches sees it, and others in this process have their turn. */
export const passTime = async (
  { clock }: Pick<Place, "clock">,
  year: number,
  daily: () => void = () => {},
): Promise<void> => {
  const end = plus(fromEpoch(Date.UTC(year + 1, 0)), longestAhead);
  while (epoch(clock.now()) < epoch(end)) {
    await clock.advance(plus(clock.now(), day));
    daily();
    await turn();
  }
};
