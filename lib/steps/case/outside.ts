import type { Ports } from "#adapters/ports.ts";
import type { StaffAct } from "#core/case/action.ts";
import type { Case } from "#core/case/case.ts";
import { type CaseRefusal, refuseAct } from "#core/case/decided.ts";
import { pointedKey } from "#core/case/point.ts";
import { isNotUnderstood } from "#core/contact/relation.ts";
import { membershipOf } from "#core/customer/access.ts";
import { asMailOn, mailsOn } from "#core/mail/entry.ts";
import { readRelation } from "../contact/change-relation.ts";
import { readCustomerHead } from "../limits.ts";

/** What stands in the way of an act of staff outside of the case itself. */
export const refusedFromOutside = async (
  ports: Ports,
  it: Case,
  wanted: StaffAct,
): Promise<CaseRefusal | undefined> => {
  if (wanted === "point") return pointedBefore(ports, it);
  return wanted === "answer" || wanted === "resolve" ? notUnderstood(ports, it) : undefined;
};

/**
 * Nothing is offered to a new partner before somebody has found that they understand what is offered: their sales mail is
 * registered and answered for the first time, and its full answer waits (expandit, "Allgemeine Kommunikationsmaßstäbe").
 */
const notUnderstood = async (ports: Ports, it: Case): Promise<CaseRefusal | undefined> => {
  const policy = ports.policies.current(it.pack)?.policy;
  if (policy?.steadyContact === undefined || it.kind !== "inquiry" || it.mailbox !== "sales")
    return undefined;
  const known = await readCustomerHead(ports, it.pack, it.customer.email);
  const account = membershipOf(known, it.customer.account, false)?.id;
  const relation = account === undefined ? undefined : await readRelation(ports, it.pack, account);
  return isNotUnderstood(policy, relation)
    ? refuseAct(
        "not-understood",
        "Nobody has found yet that this partner understands what is offered: record that first (understood).",
      )
    : undefined;
};

/** Once for each sender; and a machine reads no pointer. */
const pointedBefore = async (ports: Ports, it: Case): Promise<CaseRefusal | undefined> => {
  if ((await ports.table.get(pointedKey(it))) !== undefined)
    return refuseAct("already-done", "This sender was shown a shared mailbox before.");
  const mails = (await ports.table.list(it.pk, mailsOn.from, mailsOn.to)).map(asMailOn);
  return mails[0]?.meant === "automatic"
    ? refuseAct("not-offered", "A machine wrote this mail: nothing answers it.")
    : undefined;
};
