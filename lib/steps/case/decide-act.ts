import type { Ports } from "#adapters/ports.ts";
import { act } from "#core/case/act.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import type { Case } from "#core/case/case.ts";
import type { CaseRefusal, CaseRules, Decided } from "#core/case/decided.ts";
import type { Actor } from "#core/change.ts";
import { refusedFromOutside } from "./outside.ts";

/** What an act of staff comes to at this moment: the same for whoever does it and for whoever only wants to see. */
export const decideAct = async <Act extends StaffAct>(
  ports: Ports,
  { it, rules }: { readonly it: Case; readonly rules: CaseRules },
  wanted: Act,
  wish: StaffWish[Act],
  actor: Actor,
): Promise<Decided | CaseRefusal> =>
  (await refusedFromOutside(ports, it, wanted)) ?? act(it, rules, wanted, wish, { actor, now: ports.now() });
