import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import type { Said } from "#core/case/pressed-twice.ts";
import { wordsKey, wordsOf } from "#core/case/words.ts";
import { asChange } from "#core/change.ts";

/** What the customer wrote by the link or by mail so far, the oldest first, as far as it was not erased. */
export const readSaid = async (ports: Ports, it: Case): Promise<Said[]> => {
  const changes = (await ports.table.list(it.pk, "change#", "change#~")).map(asChange);
  const texts = await ports.table.list(it.pk, "words#", "words#~");
  return changes
    .filter(({ actor }) => actor === "customer")
    .flatMap(({ rev, at, action }) => {
      const { sk } = wordsKey(it, rev);
      const { text } = wordsOf(texts.find((each) => each.sk === sk));
      return text === undefined ? [] : [{ rev, at, action, text }];
    });
};
