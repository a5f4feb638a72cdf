import type { Ports } from "#adapters/ports.ts";
import { asCase, type Case, caseKey } from "#core/case/case.ts";

export interface CaseId {
  readonly pack: string;
  readonly number: string;
}

/** The case as it stands now, strongly consistent. */
export const readCase = async (ports: Ports, { pack, number }: CaseId): Promise<Case | undefined> => {
  const item = await ports.table.get(caseKey(pack, number));
  return item && asCase(item);
};
