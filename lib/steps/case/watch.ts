import type { Ports } from "#adapters/ports.ts";
import { type Case, isWorkedOn } from "#core/case/case.ts";
import { changeCase } from "./change.ts";
import { catchUpCase } from "./next-step.ts";

/**
 * The sweeper found that a case's look has passed. What is due is carried out by the same step; and where an execution
 * should have done it, that one is gone or stuck: the next run takes over.
 */
export const watchCase = async (ports: Ports, { pack, number, run }: Case): Promise<void> => {
  const id = { pack, number };
  await catchUpCase(ports, id);
  await changeCase(ports, id, (it) =>
    it.run === run && isWorkedOn(it)
      ? {
          after: it,
          actor: "kept",
          action: "watched-anew",
          reason: it.lostAt === undefined ? "overdue" : "execution-lost",
          tell: [],
          newRun: { stop: `Run ${run + 1} took over` },
        }
      : undefined,
  );
};
