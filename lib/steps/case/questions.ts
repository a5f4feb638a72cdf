import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { isAsked } from "#core/case/request.ts";
import type { Question } from "#core/case/view.ts";
import { wordsKey, wordsOf } from "#core/case/words.ts";

/** What the customer is asked and has not answered, as staff wrote it; what was erased is not shown. */
export const openQuestions = async (ports: Ports, it: Case): Promise<Question[]> => {
  const asked = it.requests.filter((each) => isAsked(each) && each.of === "customer");
  const written = await Promise.all(
    asked.map(async ({ entry, askedAt }) => ({
      askedAt,
      text: wordsOf(await ports.table.get(wordsKey(it, entry))).text,
    })),
  );
  return written.flatMap(({ askedAt, text }) => (text === undefined ? [] : [{ askedAt, text }]));
};
