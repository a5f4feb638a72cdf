import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import type { CaseRules, Decided } from "#core/case/decided.ts";
import { writeCase } from "#core/case/write.ts";
import { asChange } from "#core/change.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import { payNow } from "../pay.ts";
import { type CaseId, readCase } from "./read.ts";
import { rulesOf } from "./rules.ts";
import { newSeal } from "./seal.ts";

export type Alongside = (after: Case) => Write;

type Decision<R> = Decided | R | undefined;

/** Enough for all who can meet on one case. */
const rounds = 8;

/**
 * Reads, decides and commits, and again when somebody wrote in between; then carries out what the change owes.
 * `decide` gives nothing when there is nothing (left) to do; what it reads itself is guarded by the head that it was given.
 * @param alongside committed with the change: the answer to remember. Where that is remembered already, nothing is done.
 * @returns the case as it stands then.
 * @throws Contended when others kept writing; nothing of ours was written.
 */
export const changeCase = async <R extends Refusal>(
  ports: Ports,
  id: CaseId,
  decide: (it: Case, rules: CaseRules) => Decision<R> | Promise<Decision<R>>,
  alongside?: Alongside,
): Promise<Case | R | Refusal<"not-found">> => {
  for (let round = 0; round < rounds; round += 1) {
    const it = await readCase(ports, id);
    if (it === undefined) return { refused: "not-found", detail: "There is no such case." };
    const decided = await decide(it, await rulesOf(ports, it));
    if (decided === undefined) return it;
    if (isRefusal(decided)) return decided;
    const { after, writes, change } = writeCase(it, decided, ports.now(), newSeal(ports));
    const remembered = alongside === undefined ? [] : [alongside(after)];
    const result = await ports.table.commit([...remembered, ...writes, ...(decided.writes ?? [])]);
    if (result.committed) {
      await payNow(ports, asChange(change));
      return after;
    }
    if (remembered.length > 0 && result.refused.includes(0)) return it;
  }
  throw new Contended("others kept writing to the same case");
};
