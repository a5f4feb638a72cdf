import type { Effect } from "#core/change.ts";
import { type CaseKind, caseKinds } from "#core/policy/case-kinds.ts";
import type { Case } from "./case.ts";

type Executed = Pick<Case, "pack" | "number" | "kind" | "run">;

/** One execution watches over a case; `run` counts hand-overs, repairs and reopenings, for a name is taken for 90 days. */
const caseExecutionName = ({ number, run }: Pick<Executed, "number" | "run">): string => `${number}-r${run}`;

/** Without the stage and `kept-`, as the port wants it. */
const caseMachine = ({ pack, kind }: Pick<Executed, "pack" | "kind">): string => `${pack}-${kind}`;

/** The run that watches over it, or did last, as `machine:name`. */
export const caseExecution = (it: Executed): string => `${caseMachine(it)}:${caseExecutionName(it)}`;

/** Whose execution has this name: the reverse of the above; `undefined` for one that somebody started by hand. */
export const caseExecutionOf = (
  machine: string,
  name: string,
): { pack: string; number: string; kind: CaseKind; run: number } | undefined => {
  const kind = caseKinds.find((each) => machine.endsWith(`-${each}`));
  const [, number, run] = /^([0-9A-Z]+)-r(\d+)$/.exec(name) ?? [];
  if (kind === undefined || number === undefined) return undefined;
  return { pack: machine.slice(0, -kind.length - 1), number, kind, run: Number(run) };
};

/** Ids and counts only, the same bytes at every start; `next` is what the hub says anew each time. */
export const startCase = (it: Executed): Effect => ({
  effect: "start-execution",
  machine: caseMachine(it),
  name: caseExecutionName(it),
  input: JSON.stringify({ pack: it.pack, code: it.number, run: it.run, next: { wakes: 0 } }),
});

/** @param cause read by staff in the console: no name, no text. */
export const stopCase = (it: Executed, cause: string): Effect => ({
  effect: "stop-execution",
  machine: caseMachine(it),
  name: caseExecutionName(it),
  cause,
});
