import type { Ports } from "#adapters/ports.ts";
import {
  type AwayTerms,
  answeredFor,
  answeredKey,
  awayTerms,
  putAnswered,
  sentTo,
} from "#core/absence/answer.ts";
import type { Case } from "#core/case/case.ts";
import { isRefusal } from "#core/errors.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { changeCase } from "../case/change.ts";
import { readCase } from "../case/read.ts";
import { mayAnswer } from "../mail/answers.ts";
import type { KeptMail } from "../mail/incoming.ts";
import { readAbsences } from "./read.ts";

/**
 * Answers a mail of a customer to somebody who is away (expandit, "E-Mail-Regeln"): once for each sender and absence, in the
 * language of their case, never a machine, and within what one address gets of automatic mails.
 */
export const answerForAway = async (ports: Ports, kept: KeptMail, outcome: MailOutcome): Promise<void> => {
  if (kept.company.policy.absence === undefined || !kept.meaning.answerable) return;
  const it = await caseOf(ports, outcome);
  // To an address that is known alone: whoever merely writes about a case is not told who is away.
  if (it === undefined || kept.entry.from?.address.toLowerCase() !== it.customer.email) return;
  const away = await awayFor(ports, kept, it);
  if (away !== undefined) await answerOnce(ports, kept, it, away);
};

const caseOf = async (ports: Ports, outcome: MailOutcome): Promise<Case | undefined> => {
  if (outcome.settled === "case") return readCase(ports, outcome);
  return outcome.settled === "reply" && outcome.subject === "case"
    ? readCase(ports, { pack: outcome.pack, number: outcome.code })
    : undefined;
};

const awayFor = async (
  ports: Ports,
  { mail, company }: KeptMail,
  it: Case,
): Promise<AwayTerms | undefined> => {
  const now = ports.now();
  const theirs = it.handler === undefined ? [] : [it.handler];
  const who = [...sentTo(company.policy, mail), ...theirs];
  return awayTerms(await readAbsences(ports, it.pack, now), who, now);
};

const answerOnce = async (
  ports: Ports,
  { entry }: KeptMail,
  { pack, number, customer }: Case,
  away: AwayTerms,
): Promise<void> => {
  const key = answeredKey(pack, away.absence, ports.digests.hash(`${pack}\n${customer.email}`));
  if ((await ports.table.get(key)) !== undefined) return;
  if (!(await mayAnswer(ports, { pack, id: `${entry.id} away` }, customer.email))) return;
  const after = await changeCase(
    ports,
    { pack, number },
    (it) => answeredFor(it, away),
    (it) => putAnswered(key, it),
  );
  if (isRefusal(after)) throw new Error(`${number} was there a moment ago`);
};
