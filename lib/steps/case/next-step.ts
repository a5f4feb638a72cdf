import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { come } from "#core/case/come.ts";
import { isToHandOver, type Next, nextOf } from "#core/case/next.ts";
import { Contended, isRefusal, Superseded } from "#core/errors.ts";
import { changeCase } from "./change.ts";
import { type CaseId, readCase } from "./read.ts";

/** What an execution carries: whose clock it is, and how often it has woken. */
export interface Hub {
  readonly pack: string;
  readonly code: string;
  readonly run: number;
  readonly wakes: number;
}

/**
 * The hub of a case's execution: carries out what time has brought, then says what to wait for. May run twice, late, or
 * after a crash: each moment is noted in the transaction that owes its message.
 * @throws Superseded when a later run watches over the case; Contended.
 */
export const nextStep = async (ports: Ports, { pack, code: number, run, wakes }: Hub): Promise<Next> => {
  const it = await readCase(ports, { pack, number });
  if (it?.run !== run) throw new Superseded("a later run watches over this case");
  const after = await catchUpCase(ports, { pack, number });
  if (!isToHandOver(after, wakes, ports.now())) return nextOf(after, wakes, ports.now());
  await handOver(ports, { pack, number }, run);
  return { front: "over", seconds: 1, beat: after.beat, wakes };
};

/** Six milestones with a warning, a deadline and three levels each are 30 moments: more means that something is wrong. */
const mostMoments = 100;

/** Everything that is due, one change after the other; a run that dies in between leaves the rest to the next. */
export const catchUpCase = async (ports: Ports, id: CaseId): Promise<Case> => {
  for (let count = 0; count < mostMoments; count += 1) {
    let came = false;
    const after = await changeCase(ports, id, (it, rules) => {
      const decided = come(it, rules, ports.now());
      came = decided !== undefined;
      return decided;
    });
    if (isRefusal(after)) throw new Error(`${id.number} is gone`);
    // Read again: what was owed has been carried out meanwhile, and that is written on the case too.
    if (!came) return after;
  }
  throw new Contended("one moment of this case came after the other");
};

/** The next run starts in the transaction in which this one ends: there is never none. */
const handOver = async (ports: Ports, id: CaseId, run: number): Promise<void> => {
  await changeCase(ports, id, (it) =>
    it.run === run ? { after: it, actor: "kept", action: "handed-over", tell: [], newRun: {} } : undefined,
  );
};
