import type { Ports } from "#adapters/ports.ts";
import { type Case, caseKey, isOver } from "#core/case/case.ts";
import { isRefusal } from "#core/errors.ts";
import { type MailMeant, mailOnKey, putMailOn } from "#core/mail/entry.ts";
import type { Meaning } from "#core/mail/meaning.ts";
import type { NewByMail } from "#core/mail/new-case.ts";
import { mailOnCase, type SaidByMail } from "#core/mail/on-case.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { readFields } from "#core/mail/read-fields.ts";
import type { Whose } from "#core/mail/whose.ts";
import { changeCase } from "../case/change.ts";
import { readCase } from "../case/read.ts";
import { leaveToPerson, mayAnswer } from "./answers.ts";
import type { KeptMail } from "./incoming.ts";

type OnSubject = Extract<Whose, { whose: "subject" }>;

/**
 * Puts a mail onto the case that it is about: with its change, in one transaction, and once.
 * @returns what to register instead, where the case takes it no more: it was closed too long ago.
 */
export const settleOnCase = async (
  ports: Ports,
  kept: KeptMail,
  whose: OnSubject,
): Promise<MailOutcome | NewByMail> => {
  const { pack, code: number } = whose.about;
  const id = { pack, number };
  const outcome: MailOutcome = { settled: "reply", pack, subject: "case", code: number };
  // A run that died after this was written came to a reply, whatever the hour says by now.
  if ((await ports.table.get(mailOnKey(caseKey(pack, number), kept.entry))) !== undefined) return outcome;
  const before = await readCase(ports, id);
  if (before === undefined) throw new Error(`${number} was there a moment ago`);
  const said = await whatWasSaid(ports, kept, whose, before);
  const after = await changeCase(
    ports,
    id,
    (it, rules) => mailOnCase(it, rules, said, ports.now()),
    (it) => putMailOn(it, standsOn(kept, whose, said.meant, it.rev)),
  );
  if (isRefusal(after)) return insteadOf(before, kept);
  if (!said.mayAnswer) await leaveToPerson(ports, kept.entry, { code: number, version: 1 }, heldBack);
  return outcome;
};

const heldBack = "many of its mails were answered today: nothing went to the customer about this one";

const whatWasSaid = async (
  ports: Ports,
  { entry, meaning, arrival, company }: KeptMail,
  { as, anotherAddress }: OnSubject,
  it: Case,
): Promise<SaidByMail> => {
  const meant = meantOnCase(meaning, entry.files.length);
  const opensAgain = isOver(it) && meant === "words" && as === "customer";
  const from = arrival.verdicts.dmarc === "PASS" ? entry.from?.address : undefined;
  return {
    text: entry.text,
    as,
    ...(from !== undefined && { from }),
    anotherAddress,
    meant,
    fields: readFields(company.policy, it.kind, it.topic, entry),
    mayAnswer: !opensAgain || (meaning.answerable && (await mayAnswer(ports, entry, it.customer.email))),
  };
};

/** Thanks with a file are more than thanks. */
const meantOnCase = ({ automatic, declined, thanks }: Meaning, files: number): SaidByMail["meant"] => {
  if (automatic !== undefined || declined) return "automatic";
  return thanks && files === 0 ? "thanks" : "words";
};

export const standsOn = (
  { entry: { id, receivedAt } }: Pick<KeptMail, "entry">,
  { as, anotherAddress }: Pick<OnSubject, "as" | "anotherAddress">,
  meant: MailMeant,
  rev: number,
) => ({
  mail: id,
  receivedAt,
  rev,
  as,
  meant,
  ...(anotherAddress && { anotherAddress: true as const }),
});

/** The same kind of case for the same customer; from another address than theirs, the answer still goes to theirs. */
const insteadOf = ({ kind, topic, customer }: Case, { destination }: KeptMail): NewByMail => ({
  mailbox: destination.mailbox ?? (kind === "inquiry" ? "support" : "complaints"),
  kind,
  topic,
  customer,
});
