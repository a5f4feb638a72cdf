import type { DeployedPolicy } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { hour, plus } from "#core/time.ts";
import { enterAbsence } from "#steps/absence/enter.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import type { Simulation } from "./world.ts";

/** Of somebody who leaves now. */
export interface AwayFor {
  readonly person: string;
  readonly hours: number;
  readonly standIn?: string;
}

/** The staff of a story who leave. @throws Mistake when the policy refuses that, or does not refuse what it should. */
export const createAway = (world: Simulation, deployed: DeployedPolicy) => {
  const { ports } = world;
  const { pack } = deployed.policy;
  const enter = ({ hours, ...wish }: AwayFor) => {
    const from = ports.now();
    const key = { pack, key: ports.newId(), fingerprint: "the-story" };
    const span = { from, to: plus(from, hours * hour) };
    return enterAbsence(ports, deployed, { ...wish, ...span }, `staff:${wish.person}`, key);
  };
  return {
    isAway: async (wish: AwayFor): Promise<void> => {
      agreed(await enter(wish));
      await world.settle();
    },
    awayIsRefused: async (wish: AwayFor, reason: string): Promise<void> => {
      const result = await enter(wish);
      if (!isRefusal(result) || result.refused !== reason)
        throw new Mistake(`the story cannot be played: the absence was not refused as ${reason}`);
    },
  };
};
