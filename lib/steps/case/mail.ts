import type { OutgoingMail, Ports, Sending } from "#adapters/ports.ts";
import type { LinkClaim } from "#core/appointment/links.ts";
import type { Case, CasePromised } from "#core/case/case.ts";
import { senderName } from "#core/case/circumstances.ts";
import { caseLink } from "#core/case/link.ts";
import { caseMail } from "#core/case/mail.ts";
import type { CaseMailFacts } from "#core/case/mail-facts.ts";
import { isToStaff } from "#core/case/message-kind.ts";
import { caseReader, toThirdParty } from "#core/case/reader.ts";
import { wordsKey, wordsOf } from "#core/case/words.ts";
import { readerNow } from "../absence/reader.ts";
import { rulesOf } from "./rules.ts";

/** Writes the mail of a promise of a case, before anything is claimed; the result sends it, once. */
export const writeCaseMail = async (
  ports: Ports,
  it: Case,
  name: string,
  ledger: string,
): Promise<() => Promise<Sending>> => {
  const facts = await caseMailFacts(ports, it, name);
  const { reader, rules, promised } = facts;
  const recipient = recipientOf(it, promised);
  const mail: OutgoingMail = {
    to: { name: reader.name, address: reader.address },
    fromName: recipient === "host" ? rules.policy.company : senderName(rules.policy, it),
    replyTo: await ports.links.replyAddress(caseLink(it, "mail", recipient)),
    ...caseMail(facts),
    labels: { kind: promised.kind, promise: name, language: reader.language, ledger },
  };
  return () => ports.mailer.send(mail);
};

const recipientOf = (it: Case, promised: CasePromised): LinkClaim["recipient"] => {
  if (isToStaff(promised.kind)) return "host";
  return toThirdParty(it, promised) ? "thirdParty" : "customer";
};

const caseMailFacts = async (ports: Ports, it: Case, name: string): Promise<CaseMailFacts> => {
  const promised = it.promises[name];
  if (promised === undefined) throw new Error(`${it.number} never promised "${name}"`);
  const rules = await rulesOf(ports, it);
  const { entry, kind } = promised;
  const words = entry === undefined ? {} : wordsOf(await ports.table.get(wordsKey(it, entry)));
  const page = await ports.links.page(caseLink(it, "mail"));
  // A mail to staff carries no token of the customer's: whoever reads it acts at the desk, in their own name.
  const url = isToStaff(kind) ? new URL(`/desk/${it.pack}/cases/${it.number}`, page).href : page;
  return {
    rules,
    case: it,
    promised,
    words,
    reader:
      (await readerNow(ports, rules.policy, it, promised)) ?? caseReader(rules.policy, it, promised, words),
    now: ports.now(),
    url,
  };
};
