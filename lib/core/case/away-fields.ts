import { addressee } from "#core/absence/reader.ts";
import type { AwayFields } from "#core/message/case-fields.ts";
import { mailboxAddress } from "./circumstances.ts";
import { toCustomer } from "./customer-fields.ts";
import type { CaseMailFacts } from "./mail-facts.ts";

/**
 * In whose name an automatic answer goes out, by the policy's own names: whoever left it since is called by their id.
 * @throws Error when the promise names nobody: a fault of ours.
 */
export const awayFields = (facts: CaseMailFacts): AwayFields => {
  const { promised, rules, case: it } = facts;
  if (promised.away === undefined) throw new Error(`${it.number}: nobody is away`);
  const { person, standIn, until } = promised.away;
  const instead = addressee(rules.policy, standIn);
  return {
    ...toCustomer(facts),
    person: addressee(rules.policy, person)?.name ?? person,
    standIn: instead?.name ?? standIn,
    address: instead?.email ?? mailboxAddress(rules.policy, it) ?? "",
    until,
  };
};
