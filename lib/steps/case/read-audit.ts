import type { Ports } from "#adapters/ports.ts";
import { type Audit, auditOf } from "#core/case/audit.ts";
import { type AuditEntry, asAuditEntry, type Trail, trailOf } from "#core/case/audit-trail.ts";
import { type Words, wordsKey } from "#core/case/words.ts";
import { changeKey } from "#core/change.ts";
import { Contended } from "#core/errors.ts";
import type { Item } from "#core/table.ts";
import { type CaseId, readCaseOrRemainder } from "./read.ts";

/**
 * Everything that anybody did to a case, and whether it is all there, as it was written; `undefined` where there is none.
 * @param after the `rev` after which the page begins.
 * @throws Contended when others kept writing to it.
 */
export const readAudit = async (ports: Ports, id: CaseId, after = 0): Promise<Audit | undefined> => {
  const trail = await readTrail(ports, id);
  return trail && auditOf(id.number, trail, { hash: ports.digests.hash, page: { after } });
};

/** Enough to meet a moment in which nobody writes. */
const rounds = 8;

/** Read again until the head is the same before and after: else an entry that came in between would look like a forgery. */
const readTrail = async (ports: Ports, id: CaseId): Promise<Trail | undefined> => {
  for (let round = 0; round < rounds; round += 1) {
    const it = await readCaseOrRemainder(ports, id);
    if (it === undefined) return undefined;
    const changes = await ports.table.list(it.pk, "change#", "change#~");
    const texts = await ports.table.list(it.pk, "words#", "words#~");
    if ((await readCaseOrRemainder(ports, id))?.rev === it.rev) return trailOf(it, entriesOf(changes, texts));
  }
  throw new Contended("others kept writing to the same case");
};

const entriesOf = (changes: readonly Item[], texts: readonly Item[]): AuditEntry[] => {
  const written = new Map(texts.map((text) => [text.sk, text]));
  return changes.map((change) => {
    const rev = Number(change.sk.slice("change#".length));
    return entryOf(change, rev, written.get(wordsKey(change, rev).sk));
  });
};

const entryOf = (change: Item, rev: number, text: Item | undefined): AuditEntry => {
  const inPlace =
    change.sk === changeKey(change, rev).sk && change["rev"] === rev && (text?.["rev"] ?? rev) === rev;
  return {
    ...asAuditEntry(change),
    rev,
    ...wordsOf(text),
    ...(!inPlace && { misplaced: true }),
  };
};

const wordsOf = (text: Item | undefined): Pick<AuditEntry, "words" | "salt"> => {
  const { words, salt } = (text ?? {}) as Partial<{ words: Words; salt: string }>;
  if (words === undefined || Object.keys(words).length === 0) return {};
  return { words, ...(salt !== undefined && { salt }) };
};
