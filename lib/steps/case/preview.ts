import type { Ports } from "#adapters/ports.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import type { Case, CasePromised } from "#core/case/case.ts";
import { caseLink } from "#core/case/link.ts";
import { isToStaff } from "#core/case/message-kind.ts";
import { caseReader } from "#core/case/reader.ts";
import { type Words, wordsKey, wordsOf } from "#core/case/words.ts";
import { writeCase } from "#core/case/write.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import { otherLetters } from "../letters.ts";
import { type Previewed, type PreviewedMail, withoutTokens } from "../previewed.ts";
import type { CaseActRefusal } from "./act.ts";
import { decideAct } from "./decide-act.ts";
import { type CaseId, readCase } from "./read.ts";
import { rulesOf } from "./rules.ts";
import { newSeal } from "./seal.ts";

/**
 * What the customer, or whoever else is asked, would read if staff did this now; mails to staff are not among them.
 * Writes nothing, and its links hold no token: by that staff could act as the customer.
 */
export const previewAct = async <Act extends StaffAct>(
  ports: Ports,
  id: CaseId,
  wanted: Act,
  wish: StaffWish[Act],
  actor: Actor,
): Promise<Previewed | CaseActRefusal> => {
  const it = await readCase(ports, id);
  if (it === undefined) return { refused: "not-found", detail: "There is no such case." };
  const decided = await decideAct(ports, { it, rules: await rulesOf(ports, it) }, wanted, wish, actor);
  if (isRefusal(decided)) return decided;
  const { after } = writeCase(it, decided, ports.now(), newSeal(ports));
  const letters = Object.entries(after.promises).flatMap(([name, promised]) =>
    it.promises[name] === undefined && !isToStaff(promised.kind) ? [promised] : [],
  );
  return {
    mails: await Promise.all(letters.map((promised) => written(ports, after, promised, decided.words))),
  };
};

const written = async (
  ports: Ports,
  after: Case,
  promised: CasePromised,
  said: Words | undefined,
): Promise<PreviewedMail> => {
  const rules = await rulesOf(ports, after);
  const words = await wordsFor(ports, after, promised, said);
  const reader = caseReader(rules.policy, after, promised, words);
  const url = await withoutTokens(ports.links).page(caseLink(after, "mail"));
  const { caseMail } = await otherLetters();
  const { subject, text } = caseMail({
    rules,
    case: after,
    promised,
    words,
    reader,
    now: ports.now(),
    url,
  });
  return {
    to: { name: reader.name, address: reader.address },
    language: reader.language,
    subject,
    text,
  };
};

/** Those of this very act are not in the table yet; a message may repeat earlier ones. */
const wordsFor = async (
  ports: Ports,
  after: Case,
  { entry }: CasePromised,
  said: Words = {},
): Promise<Words> => {
  if (entry === undefined) return {};
  return entry === after.rev ? said : wordsOf(await ports.table.get(wordsKey(after, entry)));
};
