import { deployedPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { Mistake } from "./mistake.ts";
import { noSuchPack } from "./policy-document.ts";

/** The pack by its name, or without one the first that has appointments. */
export const packWithAppointments = (name: string | undefined): DeployedPolicy => {
  const deployed = deployedPolicies().find(({ policy }) =>
    name === undefined ? policy.appointments !== undefined : policy.pack === name,
  );
  if (deployed === undefined) throw noSuchPack(name ?? "");
  if (deployed.policy.appointments === undefined)
    throw new Mistake(`${deployed.policy.company} takes no appointments: there is no story to play`);
  return deployed;
};
