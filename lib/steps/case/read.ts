import type { Ports } from "#adapters/ports.ts";
import { asCase, type Case, caseKey } from "#core/case/case.ts";
import { isErased } from "#core/erase/erased.ts";

export interface CaseId {
  readonly pack: string;
  readonly number: string;
}

/** The case as it stands now, strongly consistent; one that was erased is there no more. */
export const readCase = async (ports: Ports, id: CaseId): Promise<Case | undefined> => {
  const it = await readCaseOrRemainder(ports, id);
  return it === undefined || isErased(it) ? undefined : it;
};

/** For whoever proves or counts what was done: neither needs to know for whom. */
export const readCaseOrRemainder = async (
  ports: Ports,
  { pack, number }: CaseId,
): Promise<Case | undefined> => {
  const item = await ports.table.get(caseKey(pack, number));
  return item && asCase(item);
};
