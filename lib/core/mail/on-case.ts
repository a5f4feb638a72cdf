import type { ReplyClaim } from "#core/appointment/links.ts";
import { thirdPartyWrote } from "#core/case/asking.ts";
import { type Case, isOver } from "#core/case/case.ts";
import { customerAct } from "#core/case/customer-act.ts";
import type { CaseRefusal, CaseRules, Decided } from "#core/case/decided.ts";
import { complete } from "#core/case/keep.ts";
import { unfilled } from "#core/case/named.ts";
import { isRefusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";

/** What a mail says to a case, after it was read. */
export interface SaidByMail {
  readonly text: string;
  readonly as: ReplyClaim["recipient"];
  /** Who wrote it, where that is proven; staff are named by it. */
  readonly from?: string;
  readonly anotherAddress: boolean;
  readonly meant: "words" | "thanks" | "automatic";
  /** What was found of the fields that the case asks for. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether a mail of ours may answer it; held back, a person does. */
  readonly mayAnswer: boolean;
}

/**
 * What a mail makes of the case that it is about. An automatic one and mere thanks are written down and change nothing;
 * what staff write is a note; words of the customer do what the button of their page does, and fill what was missing.
 * `closed`: it was closed too long ago, and what was written is a new case.
 */
export const mailOnCase = (
  it: Case,
  rules: CaseRules,
  said: SaidByMail,
  now: Instant,
): Decided | CaseRefusal => {
  const { text, meant, as } = said;
  if (meant === "automatic") return noted(it, said, "automatic-mail");
  if (as === "thirdParty") return { ...thirdPartyWrote(it, rules, text, now), reason: "by mail" };
  if (as === "host") return noted(it, said, "noted");
  if (meant === "thanks") return noted(it, said, "customer-thanked");
  const answered = customerAct(it, rules, "answer", { text }, now);
  if (isRefusal(answered)) return answered;
  const after = withFields(answered.after, rules, said.fields, now);
  const tell = said.mayAnswer ? answered.tell : answered.tell.filter(({ kind }) => kind.startsWith("staff-"));
  return { ...answered, after, tell: isOver(it) ? [...tell, reopenedByMail] : tell, reason: byWhom(said) };
};

/** Staff hear of words that open a case again as of any others. */
const reopenedByMail = { kind: "staff-case-customer", about: "wrote", plain: true } as const;

const byWhom = ({ anotherAddress }: SaidByMail): string =>
  anotherAddress ? "by mail from another address" : "by mail";

/** Of somebody who is neither the customer nor staff there is no name in the entry: it stands with the words. */
const actorOf = (said: SaidByMail): Decided["actor"] => {
  if (said.as === "thirdParty") return "kept";
  return said.as === "customer" ? "customer" : staffOf(said);
};

const noted = (it: Case, said: SaidByMail, action: string): Decided => ({
  after: it,
  actor: actorOf(said),
  action,
  reason: byWhom(said),
  tell: [],
  words: { text: said.text },
});

/** Who has the address of a mail to staff is staff; by which name, only a proven sender says. */
const staffOf = ({ from }: SaidByMail): `staff:${string}` => `staff:${from ?? "by mail"}`;

/** Only what nobody has filled is: what somebody entered is not overwritten by what a program found. */
const withFields = (
  it: Case,
  { kind, calendar }: CaseRules,
  found: SaidByMail["fields"],
  now: Instant,
): Case => {
  const open = unfilled(kind, it).map(({ id }) => id);
  const filling = Object.entries(found).filter(([id]) => open.includes(id));
  if (filling.length === 0) return it;
  const fields = { ...it.fields, ...Object.fromEntries(filling) };
  const missing = it.missing.filter((id) => (fields[id] ?? "") === "");
  if (missing.length > 0 || it.completeAt !== undefined) return { ...it, fields, missing };
  const milestones = complete(kind, it.milestones, now, calendar);
  return { ...it, fields, missing, completeAt: now, milestones };
};
