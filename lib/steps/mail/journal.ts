import type { Ports } from "#adapters/ports.ts";
import { sentTo } from "#core/absence/answer.ts";
import type { Case } from "#core/case/case.ts";
import { isRefusal } from "#core/errors.ts";
import { putMailOn } from "#core/mail/entry.ts";
import { isStaffAddress, journalOnCase } from "#core/mail/journal.ts";
import type { JournalClaim } from "#core/mail/journal-claim.ts";
import type { MailOutcome, QuarantineReason } from "#core/mail/outcome.ts";
import { openTask } from "#core/task.ts";
import { changeCase } from "../case/change.ts";
import type { KeptMail } from "./incoming.ts";
import { caseOfCopy } from "./journal-case.ts";
import { registerByMail } from "./new-case.ts";

/**
 * A mail that was brought to a journal address. From staff it is the copy of an answer, and keeps what that keeps, once;
 * from anybody else it is mail to one of the staff where the address says so, and an inquiry of its own.
 * @returns `undefined` where the journal says nothing about it: then it is a mail like any other.
 */
export const journaled = async (
  ports: Ports,
  kept: KeptMail,
  journal: JournalClaim,
): Promise<MailOutcome | undefined> => {
  const { entry, company, meaning } = kept;
  const from = entry.from?.address;
  if (from === undefined || meaning.automatic !== undefined) return undefined;
  if (isStaffAddress(company.policy, from)) return copied(ports, kept, journal, from);
  const personal = company.policy.cases?.kinds.inquiry !== undefined && journal.mailbox === "personal";
  if (!personal) return undefined;
  const [handler] = sentTo(company.policy, kept.mail);
  const asked = { mailbox: "personal", handler } as const;
  return registerByMail(ports, company, entry, asked, { answerable: meaning.answerable });
};

const copied = async (
  ports: Ports,
  kept: KeptMail,
  { copyOf }: JournalClaim,
  from: string,
): Promise<MailOutcome> => {
  const { entry } = kept;
  if (!entry.proven) return waits(ports, kept, "copy-unproven");
  const it = await caseOfCopy(ports, kept);
  if (it === undefined) return waits(ports, kept, "copy-unmatched");
  const { pack, number } = it;
  const at = entry.receivedAt < ports.now() ? entry.receivedAt : ports.now();
  const after = await changeCase(
    ports,
    { pack, number },
    (now, rules) => journalOnCase(now, rules, { from, text: entry.text, at, copyOf }),
    (now) => standsOn(now, kept),
  );
  if (isRefusal(after)) throw new Error(`${number} was there a moment ago`);
  return { settled: "reply", pack, subject: "case", code: number };
};

/** Under the case, beside its change; the second run of the same mail finds it there, and nothing happens again. */
const standsOn = (it: Case, { entry: { id, receivedAt } }: KeptMail) =>
  putMailOn(it, { mail: id, receivedAt, rev: it.rev, as: "host", meant: "words" });

/** What nobody can take for an answer keeps no promise: a person looks, before the promise is late for want of it. */
const waits = async (
  ports: Ports,
  { entry: { pack, id } }: KeptMail,
  reason: QuarantineReason,
): Promise<MailOutcome> => {
  const about = { code: id, version: 1, promise: "journal" };
  await ports.table.commit([openTask(pack, "copy-not-taken", about, reason, ports.now())]);
  return { settled: "quarantine", pack, reason };
};
