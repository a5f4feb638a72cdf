import type { Ports } from "#adapters/ports.ts";
import { handlerReader, isToHandler } from "#core/absence/reader.ts";
import type { Case, CasePromised } from "#core/case/case.ts";
import type { CaseReader } from "#core/case/reader.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readAbsences } from "./read.ts";

/** Who reads a message to the handler of a case at this moment: they, or who stands in; else their team does. */
export const readerNow = async (
  ports: Ports,
  policy: Policy,
  it: Case,
  promised: CasePromised,
): Promise<CaseReader | undefined> => {
  if (policy.contacts === undefined || it.handler === undefined || !isToHandler(promised)) return undefined;
  const now = ports.now();
  return handlerReader(policy, it, await readAbsences(ports, it.pack, now), now);
};
