import { customerKey } from "#core/customer/customer.ts";
import type { Key } from "#core/table.ts";
import type { Deed, StaffWish } from "./action.ts";
import type { Case } from "./case.ts";
import { type CaseRefusal, type CaseRules, type Decided, refuseAct } from "./decided.ts";

/** Whether a sender was shown a shared mailbox already: once is enough for good. */
export const pointedKey = ({ pack, customer }: Pick<Case, "pack" | "customer">): Key => ({
  pk: customerKey(pack, customer.email).pk,
  sk: "pointed",
});

/**
 * Whoever wrote to a person is shown the mailbox where such mail belongs (expandit, "Allgemeine Kommunikationsmaßstäbe").
 * It is no answer: what was promised of the case stays promised.
 */
export const pointTo = (
  it: Case,
  { policy }: CaseRules,
  { to }: StaffWish["point"],
  { actor, now }: Deed,
): Decided | CaseRefusal => {
  if (policy.steadyContact?.pointer === undefined)
    return refuseAct("not-offered", "This company steers nobody to another mailbox.");
  if (policy.mailboxes[to] === undefined)
    return refuseAct("not-offered", `The company has no mailbox "${to}".`);
  if (it.mailbox !== "personal")
    return refuseAct("not-offered", "It did not come to a person: there is nothing to point at.");
  return {
    after: it,
    actor,
    action: "pointed",
    reason: to,
    tell: [{ kind: "pointer", pointsTo: to }],
    writes: [{ put: { ...pointedKey(it), type: "pointed", at: now }, if: { exists: false } }],
  };
};
