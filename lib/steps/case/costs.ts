import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { type CostShown, costsShown } from "#core/case/cost-view.ts";
import { wordsKey, wordsOf } from "#core/case/words.ts";

/** What the customer was told of costs, and what was answered; what was erased is not shown. */
export const readCosts = async (ports: Ports, it: Case): Promise<CostShown[]> => {
  const entries = it.requests.flatMap(({ of, entry, ended }) =>
    of === "cost" ? [entry, ...(ended?.entry === undefined ? [] : [ended.entry])] : [],
  );
  const items = await Promise.all(
    entries.map(async (entry) => [entry, wordsOf(await ports.table.get(wordsKey(it, entry)))] as const),
  );
  const words = new Map(items);
  return costsShown(it, (entry) => words.get(entry));
};
