import type { MailPorts } from "#adapters/ports.ts";
import type { Arrival } from "#core/mail/mail.ts";
import { settled } from "#core/mail/registered.ts";
import { registerMail } from "./register.ts";
import { settleMail } from "./settle.ts";

/**
 * Takes a mail that was announced: registers it, reads it, settles it, and notes what became of it. Any number of
 * announcements, late, at once or in any order, come to one mail; a run that died in between is gone through again.
 * What it is settled by is the arrival that was registered first.
 * @throws whatever reading or settling throws: the queue brings the mail again, and at last to the dead letters.
 */
export const takeMail = async (ports: MailPorts, arrival: Arrival): Promise<void> => {
  const mail = await registerMail(ports, arrival);
  // Whatever goes wrong from here on stands in the log beside this.
  ports.log.info("a mail came in", { mail: mail.id, state: mail.state });
  if (mail.state === "settled") return;
  const outcome = await settleMail(ports, arrivalOf(mail), await ports.rawMails.read(mail.id));
  await ports.table.commit(settled(mail, outcome, ports.now()));
  ports.log.info("a mail is settled", { mail: mail.id, as: outcome.settled, pack: outcome.pack });
};

/** Without what the table adds. */
const arrivalOf = ({ id, receivedAt, sender, recipients, verdicts, ...more }: Arrival): Arrival => ({
  id,
  receivedAt,
  sender,
  recipients,
  verdicts,
  ...(more.forwardedBy !== undefined && { forwardedBy: more.forwardedBy }),
  ...(more.from !== undefined && { from: more.from }),
  ...(more.subject !== undefined && { subject: more.subject }),
  ...(more.messageId !== undefined && { messageId: more.messageId }),
});
