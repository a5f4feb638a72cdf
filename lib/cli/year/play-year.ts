import type { DeployedPolicy } from "#adapters/ports.ts";
import type { AppointmentPolicy } from "#core/policy/shape.ts";
import { day, epoch, fromEpoch, type Instant, instant, plus } from "#core/time.ts";
import type { Assembly } from "#local/assembly.ts";
import { createSimulation, type Simulation } from "../simulation/world.ts";
import { grown } from "./company.ts";
import { intentionOf } from "./customer.ts";
import { createDice, diceFor } from "./dice.ts";
import { begin } from "./life.ts";
import { createProviders } from "./providers.ts";
import { type Counts, type Tally, tally } from "./tally.ts";

export interface YearSettings {
  readonly year: number;
  /** Wishes for an appointment: some find no room, or ask for too much. */
  readonly appointments: number;
  readonly seed: number;
}

export interface PlayedYear extends YearSettings, Tally {
  readonly pack: string;
  readonly company: string;
  readonly hosts: number;
  /** Wishes that were not met, by the code of the refusal. */
  readonly refused: Counts;
  /** How often steps said that something is wrong: for each failed send once, for instance. */
  readonly errors: Counts;
}

/** Called once for each day of the virtual clock. */
export type Watch = (now: Instant, begun: number) => void;

/**
 * A year of customers, each decided by the seed, until the last session is over: on the deployed machines, with the real
 * steps, on one virtual clock.
 */
export const playYear = async (
  assembly: Assembly,
  company: DeployedPolicy,
  rules: AppointmentPolicy,
  settings: YearSettings,
  watch: Watch = () => {},
): Promise<PlayedYear> => {
  const deployed = grown(company, rules, settings.appointments);
  const providers = createProviders(createDice(settings.seed));
  const [refused, errors] = [counter(), counter()];
  const world = createSimulation({
    assembly,
    policies: {
      current: (pack) => (pack === deployed.policy.pack ? deployed : undefined),
      version: async (_pack, version) => (version === deployed.version ? deployed.policy : undefined),
    },
    start: instant(`${settings.year}-01-01T00:00:00Z`),
    providers: () => providers,
    log: { info: () => {}, error: errors.add },
  });
  try {
    const begun = setWishes(world, deployed, settings, refused.add);
    await passTime(world, settings.year, () => watch(world.clock.now(), begun()));
    const { pack, company: name } = deployed.policy;
    return {
      ...settings,
      pack,
      company: name,
      hosts: deployed.policy.appointments?.hosts.length ?? 0,
      refused: refused.counts(),
      errors: errors.counts(),
      ...tally(world.table.all(), world.clock.now(), providers.accepted()),
    };
  } finally {
    await world.end();
  }
};

/** Spread over the year, each at its own moment. @returns how many have begun. */
const setWishes = (
  world: Simulation,
  deployed: DeployedPolicy,
  { year, appointments, seed }: YearSettings,
  refused: (code: string) => void,
): (() => number) => {
  const [from, to] = [year, year + 1].map((each) => Date.UTC(each, 0)) as [number, number];
  let begun = 0;
  for (let number = 0; number < appointments; number += 1) {
    const dice = diceFor(seed, number);
    const at = fromEpoch(Math.floor(dice.between(from, to)));
    const intention = intentionOf(deployed.policy, dice, Math.ceil(appointments / 2));
    world.clock.at(at, async () => {
      begun += 1;
      await begin({ number, world, deployed, intention, dice, refused });
    });
  }
  return () => begun;
};

/** Nobody books further ahead than two months, or looks on for longer than a fortnight. */
const longestAhead = 120 * day;

const passTime = async ({ clock }: Simulation, year: number, daily: () => void): Promise<void> => {
  const end = plus(fromEpoch(Date.UTC(year + 1, 0)), longestAhead);
  while (epoch(clock.now()) < epoch(end)) {
    await clock.advance(plus(clock.now(), day));
    daily();
  }
};

const counter = () => {
  const counts = new Map<string, number>();
  return {
    add: (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    counts: (): Counts =>
      Object.fromEntries([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
};
