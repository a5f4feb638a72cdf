import type { DeployedPolicy } from "#adapters/ports.ts";
import { entitlementOf } from "#core/customer/entitlement.ts";
import { dateIn } from "#core/wall-clock.ts";
import { enterAccounts } from "#steps/enter-accounts.ts";
import { enterCustomer } from "#steps/enter-customer.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import type { Scene } from "./scene.ts";
import type { Simulation } from "./world.ts";

const account = "acme";
const by = "staff:planner";

/** What staff enter about the company of a story's customer. */
export const createBelonging = (
  world: Simulation,
  deployed: DeployedPolicy,
  email: string,
): Pick<Scene, "staffEnterLicence"> => {
  const { ports } = world;
  const { pack } = deployed.policy;
  let entered = 0;
  const once = () => ({ pack, key: `entered-${(entered += 1)}`, fingerprint: "the-story" });
  return {
    staffEnterLicence: async (sessions) => {
      const facts = licenceThat(world, deployed, sessions === "with-sessions");
      agreed(await enterAccounts(ports, deployed, [{ id: account, ...facts }], by, once()));
      agreed(await enterCustomer(ports, deployed, { email, account }, by, once()));
      await world.settle();
    },
  };
};

/** The first licence of the policy that gives the story's session, or that does not. */
const licenceThat = ({ ports }: Simulation, { policy }: DeployedPolicy, gives: boolean) => {
  const sessionType = policy.appointments?.sessionTypes[0]?.id ?? "";
  const today = dateIn(policy.timeZone, ports.now());
  const found = (policy.access?.tiers ?? [])
    .map(({ licence, fromUsers: users }) => ({ licence, users }))
    .find((facts) => {
      const asked = {
        ...facts,
        pk: "",
        sk: "",
        type: "account",
        pack: policy.pack,
        id: account,
        rev: 0,
      } as const;
      return entitlementOf(policy, asked, today).sessionTypes.includes(sessionType) === gives;
    });
  if (found === undefined) throw new Mistake("no licence of this policy is what the story asks for");
  return found;
};
