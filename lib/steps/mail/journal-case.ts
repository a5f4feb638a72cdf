import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import type { ReadMail } from "#core/mail/mail.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { noteThread, numberInThread, threadOf } from "#core/mail/thread.ts";
import { providersId } from "#core/message/message-id.ts";
import { readCase } from "../case/read.ts";
import { aboutMessage, numbered } from "./evidence.ts";
import type { KeptMail } from "./incoming.ts";

/** Ours: a thread names more messages than that, and the nearest are those it answers. */
const mostReferences = 20;

/**
 * The case that a copy belongs to: by the mails that it answers, else by a number in its subject, and only if it went to
 * that case's customer. What went to somebody else answers nobody.
 */
export const caseOfCopy = async (
  ports: Ports,
  { mail, entry: { pack } }: Pick<KeptMail, "mail" | "entry">,
): Promise<Case | undefined> => {
  const went = new Set([...mail.to, ...mail.cc].map(({ address }) => address.toLowerCase()));
  for (const number of await numbersOf(ports, pack, mail)) {
    const it = await readCase(ports, { pack, number });
    if (it !== undefined && went.has(it.customer.email)) return it;
  }
  return undefined;
};

const numbersOf = async (ports: Ports, pack: string, mail: ReadMail): Promise<string[]> => {
  const nearest = mail.references.slice(-mostReferences).toReversed();
  const found = await Promise.all(nearest.map((id) => aboutReference(ports, pack, id)));
  return [...found.flat(), ...numbered(pack, mail.subject).map(({ code }) => code)];
};

/** A mail of the customer's, or one of ours. */
const aboutReference = async (ports: Ports, pack: string, messageId: string): Promise<string[]> => {
  const { pk, from, to } = threadOf(pack, ports.digests.hash(messageId));
  const theirs = (await ports.table.list(pk, from, to)).map(numberInThread);
  const id = providersId(messageId);
  const ours = id === undefined ? [] : await aboutMessage(ports, id);
  const cases = ours.filter((about) => about.pack === pack && about.subject === "case");
  return [...theirs, ...cases.map(({ code }) => code)];
};

/** Remembers which case a mail is about, so that an answer which names it is found. A second time changes nothing. */
export const rememberThread = async (
  ports: Ports,
  { messageId }: Pick<ReadMail, "messageId">,
  outcome: MailOutcome,
): Promise<void> => {
  const number = numberIn(outcome);
  if (messageId === undefined || number === undefined) return;
  const write = noteThread(outcome.pack, ports.digests.hash(messageId), number, ports.now());
  await ports.table.commit([write]);
};

const numberIn = (outcome: MailOutcome): string | undefined => {
  if (outcome.settled === "case") return outcome.number;
  return outcome.settled === "reply" && outcome.subject === "case" ? outcome.code : undefined;
};
