import type { DeployedPolicy } from "#adapters/ports.ts";
import type { AccountFacts } from "#core/customer/account.ts";
import { entitledOn } from "#core/customer/entitled.ts";
import { isRefusal } from "#core/errors.ts";
import { dateIn } from "#core/wall-clock.ts";
import { readAccount } from "#steps/access.ts";
import { enterAccounts } from "#steps/enter-accounts.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import type { Desk, Notes } from "./desk.ts";
import type { Simulation } from "./world.ts";

type Entering = Pick<Desk, "staffEnterAccount" | "staffAreRefused" | "accountHas" | "upgradesCost">;

const id = "acme";

/** What staff enter about the story's account, and read of it. */
export const createAccountDesk = (world: Simulation, deployed: DeployedPolicy, notes: Notes): Entering => {
  const { ports, clock } = world;
  const { pack, timeZone } = deployed.policy;
  let entered = 0;
  const enter = (facts: AccountFacts) => {
    const once = { pack, key: `entered-${(entered += 1)}`, fingerprint: "the-story" };
    return enterAccounts(ports, deployed, [{ id, ...facts }], "staff:planner", once);
  };
  const look = async () => {
    const account = await readAccount(ports, pack, id);
    if (account === undefined) throw new Mistake("the story's account was not entered yet");
    return entitledOn(deployed.policy, account, dateIn(timeZone, clock.now()));
  };
  return {
    staffEnterAccount: async (facts) => {
      agreed(await enter(facts));
      notes.say("staff:planner", `account entered: ${facts.licence}, ${facts.users} users`);
    },
    staffAreRefused: async (facts, reason) => {
      const result = await enter(facts);
      notes.compare("entering the account", isRefusal(result) ? result.refused : "entered", reason);
      if (isRefusal(result)) notes.say("staff:planner", `refused: ${result.detail}`);
    },
    accountHas: async (these, butNot) => {
      const { entitled } = await look();
      for (const { what, has, why, clause } of entitled)
        notes.say(has ? "has" : "has not", `${what}: ${why} (${clause})`);
      const had = entitled.filter(({ has }) => has).map(({ what }) => what);
      const those = (names: readonly string[]) => names.filter((name) => had.some((what) => what === name));
      notes.compare("has", those(these), these);
      notes.compare("has not", those(butNot), []);
    },
    upgradesCost: async (told) => {
      const { upgrades } = await look();
      for (const { to, price, why } of upgrades)
        notes.say("upgrade", `${to}: ${price.amount} ${price.currency}. ${why}`);
      const found = upgrades.map(({ to, price }) => `${to} ${price.amount} ${price.currency}`);
      notes.compare("upgrades", found, told);
    },
  };
};
