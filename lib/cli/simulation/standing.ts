import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { confirmAppointment } from "#steps/confirm.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { noteSilent } from "#steps/silence.ts";
import { waiveStrike } from "#steps/strikes.ts";
import { agreed } from "./agreed.ts";
import type { Scene } from "./scene.ts";
import type { Simulation } from "./world.ts";

/** What becomes of the session of a story, and what staff say about it. */
export const createStanding = (
  world: Simulation,
  deployed: DeployedPolicy,
  now: () => Promise<Appointment>,
): Pick<Scene, "customerConfirms" | "staffNoteSilence" | "staffRecord" | "staffWaive"> => {
  const { ports } = world;
  return {
    customerConfirms: async () => {
      const { code, version } = await now();
      const by = { actor: "customer", proven: true } as const;
      agreed(await confirmAppointment(ports, deployed, { code, version, by }));
      await world.settle();
    },
    staffNoteSilence: async () => {
      const { code } = await now();
      agreed(await noteSilent(ports, deployed, { code, by: { actor: "staff:planner" } }));
      await world.settle();
    },
    staffRecord: async (outcome) => {
      const { code } = await now();
      agreed(await recordOutcome(ports, deployed, { code, outcome, by: { actor: "staff:planner" } }));
      await world.settle();
    },
    staffWaive: async (reason) => {
      const { code } = await now();
      agreed(await waiveStrike(ports, deployed, { code, reason, actor: "staff:manager" }));
      await world.settle();
    },
  };
};
