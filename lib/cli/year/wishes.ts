import type { DeployedPolicy } from "#adapters/ports.ts";
import { kindsOf } from "#core/policy/case-kinds.ts";
import type { CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import { fromEpoch } from "#core/time.ts";
import type { Watched } from "../oracle/deed.ts";
import type { Place } from "../simulation/world.ts";
import { beginCase } from "./cases/case-life.ts";
import { intentionOf } from "./customer.ts";
import { type Dice, diceFor, seedFor } from "./dice.ts";
import { begin } from "./life.ts";

/** A company, and how much comes to it. */
export interface YearsCompany {
  readonly deployed: DeployedPolicy;
  /** Wishes for an appointment: some find no room, or ask for too much. */
  readonly appointments: number;
  readonly cases: number;
}

/** A company in the year, and what is noted of it. */
export interface Playing extends YearsCompany {
  readonly refused: string[];
  readonly watched: Watched[];
}

/** Spread over the year, each at its own moment. @returns how many have begun. */
export const setWishes = (
  world: Place,
  playing: readonly Playing[],
  { year, seed }: { readonly year: number; readonly seed: number },
): (() => number) => {
  const [from, to] = [year, year + 1].map((each) => Date.UTC(each, 0)) as [number, number];
  let begun = 0;
  for (const company of playing) {
    const own = seedFor(seed, company.deployed.policy.pack);
    const set: Set = (member, start) => {
      const dice = diceFor(own, member);
      const at = fromEpoch(Math.floor(dice.between(from, to)));
      world.clock.at(at, async () => {
        begun += 1;
        await start(dice);
      });
    };
    setAppointments(world, company, set);
    setCases(world, company, (number, start) => set(firstCase + number, start));
  }
  return () => begun;
};

/** Cases throw dice of their own: one more appointment changes nothing for them. */
const firstCase = 10_000_000;

type Set = (member: number, start: (dice: Dice) => Promise<void>) => void;

const setAppointments = (world: Place, { deployed, appointments, refused }: Playing, set: Set): void => {
  for (let number = 0; number < appointments; number += 1)
    set(number, (dice) => {
      const intention = intentionOf(deployed.policy, dice, Math.ceil(appointments / 2));
      const note = (code: string): void => void refused.push(code);
      return begin({ number, world, deployed, intention, dice, refused: note });
    });
};

const setCases = (world: Place, { deployed, cases, refused, watched }: Playing, set: Set): void => {
  const { policy, version } = deployed;
  if (!hasCases(policy)) return;
  for (let number = 0; number < cases; number += 1)
    set(number, (dice) =>
      beginCase({
        number,
        world,
        dice,
        deployed: { version, policy },
        refused: (code) => void refused.push(code),
        watched: (it) => void watched.push(it),
      }),
    );
};

const hasCases = (policy: Policy): policy is Policy & { readonly cases: CasePolicy } =>
  policy.cases !== undefined && kindsOf(policy.cases).length > 0;
