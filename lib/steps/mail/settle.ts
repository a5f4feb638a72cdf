import type { MailPorts } from "#adapters/ports.ts";
import type { Arrival } from "#core/mail/mail.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";

/**
 * Finds out whose a mail is and does what becomes of it: a case, a reply, or quarantine. The same mail again, also after
 * a run that died, comes to the same.
 * @throws Contended when the table stayed busy: the queue brings the mail again.
 */
export const settleMail = async (
  ports: MailPorts,
  arrival: Arrival,
  raw: Uint8Array,
): Promise<MailOutcome> => {
  const mail = await ports.mailReader.read(raw);
  const pack = ports.packs()[0] ?? "";
  ports.log.info("a mail waits for a person", { mail: arrival.id, readable: !("unreadable" in mail) });
  return { settled: "quarantine", pack, reason: "no-mailbox" };
};
