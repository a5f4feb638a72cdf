import type { Ports } from "#adapters/ports.ts";
import type { CustomerAct, CustomerWish, StaffAct, StaffWish } from "#core/case/action.ts";
import type { Case } from "#core/case/case.ts";
import { isAnsweredSo } from "#core/case/cost.ts";
import { customerAct } from "#core/case/customer-act.ts";
import type { CaseRefusal } from "#core/case/decided.ts";
import { isPressedTwice } from "#core/case/pressed-twice.ts";
import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import { type Alongside, changeCase } from "./change.ts";
import { decideAct } from "./decide-act.ts";
import type { CaseId } from "./read.ts";
import { readSaid } from "./said.ts";

export type CaseActRefusal = CaseRefusal | Refusal<"not-found">;

/** What staff do to a case, in their own name. A second time it is refused, or has no second effect. */
export const actOnCase = <Act extends StaffAct>(
  ports: Ports,
  id: CaseId,
  wanted: Act,
  wish: StaffWish[Act],
  { actor, alongside }: { readonly actor: Actor; readonly alongside?: Alongside },
): Promise<Case | CaseActRefusal> =>
  changeCase<CaseRefusal>(
    ports,
    id,
    (it, rules) => decideAct(ports, { it, rules }, wanted, wish, actor),
    alongside,
  );

/** What the customer does, by the link in a mail. Pressed twice it has one effect, and the same answer. */
export const answerCase = <Act extends CustomerAct>(
  ports: Ports,
  id: CaseId,
  wanted: Act,
  wish: CustomerWish[Act],
): Promise<Case | CaseActRefusal> =>
  changeCase(ports, id, async (it, rules) =>
    (await isRepeated(ports, it, wanted, wish))
      ? undefined
      : customerAct(it, rules, wanted, wish, ports.now()),
  );

const isRepeated = async (
  ports: Ports,
  it: Case,
  wanted: CustomerAct,
  wish: CustomerWish[CustomerAct],
): Promise<boolean> => {
  if ("notice" in wish) return isAnsweredSo(it, wish.notice, wanted === "accept" ? "accepted" : "declined");
  return (
    wish.text !== undefined &&
    isPressedTwice(it, wanted, wish.text, { said: await readSaid(ports, it), now: ports.now() })
  );
};
