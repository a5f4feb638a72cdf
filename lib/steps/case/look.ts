import type { Ports } from "#adapters/ports.ts";
import { asElsewhere, elsewhereSpan } from "#core/case/elsewhere.ts";
import { elsewhereView } from "#core/case/elsewhere-view.ts";
import { caseExecution } from "#core/case/execution.ts";
import { listedNumber, listKey, openOnes, overOnes } from "#core/case/listed.ts";
import { staffCaseView, type Told } from "#core/case/staff-view.ts";
import { wordsOf } from "#core/case/words.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { caseHit } from "#core/search/hits.ts";
import type { Item } from "#core/table.ts";
import { mailsOfCase, type ShownMail } from "../mail/mails-of-case.ts";
import { type CaseId, readCase } from "./read.ts";
import { policyOf } from "./rules.ts";

/** At once: each of them costs a read. */
const together = 25;

/** A company's open cases, or those that are over, by when they were received. */
export const listCases = async (
  ports: Ports,
  pack: string,
  over: boolean,
): Promise<ReturnType<typeof caseHit>[]> => {
  const { from, to } = over ? overOnes : openOnes;
  const numbers = (await ports.table.list(listKey(pack), from, to)).map(listedNumber);
  const rows: ReturnType<typeof caseHit>[] = [];
  for (let at = 0; at < numbers.length; at += together) {
    const some = numbers.slice(at, at + together);
    const found = await Promise.all(some.map((number) => readCase(ports, { pack, number })));
    rows.push(...found.flatMap((it) => (it === undefined ? [] : [caseHit(it)])));
  }
  return rows;
};

/** A case as staff see it, with all that was done and written; `undefined` where there is none. */
export const lookAtCase = async (
  ports: Ports,
  id: CaseId,
  language: Language,
): Promise<SeenByStaff | undefined> => {
  const it = await readCase(ports, id);
  if (it === undefined) return undefined;
  const changes = await ports.table.list(it.pk, "change#", "change#~");
  const words = await ports.table.list(it.pk, "words#", "words#~");
  const told = changes.map((change) => toldOf(change, words));
  const known = (await ports.table.list(it.pk, elsewhereSpan.from, elsewhereSpan.to)).map(asElsewhere);
  const policy = await policyOf(ports, it);
  return {
    ...staffCaseView(policy, it, told, { now: ports.now(), language }),
    mails: await mailsOfCase(ports, policy, it),
    execution: caseExecution(it),
    ...(known.length > 0 && { elsewhere: known.map(elsewhereView) }),
  };
};

export type SeenByStaff = ReturnType<typeof staffCaseView> & {
  /** Every one, in and out, the oldest first. */
  readonly mails: readonly ShownMail[];
  /** `machine:name` of its last run, as an address in a console ends. */
  readonly execution: string;
  readonly elsewhere?: readonly ReturnType<typeof elsewhereView>[];
};

const toldOf = (change: Item, words: readonly Item[]): Told => {
  const written = words.find(({ rev }) => rev === change["rev"]);
  return {
    change: change as unknown as Told["change"],
    ...(written !== undefined && { words: wordsOf(written) }),
  };
};
