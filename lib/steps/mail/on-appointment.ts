import type { Ports } from "#adapters/ports.ts";
import { type Appointment, appointmentKey } from "#core/appointment/appointment.ts";
import { asChange } from "#core/change.ts";
import { Contended } from "#core/errors.ts";
import { asMailOn, type MailMeant, mailOnKey, mailsOn, putMailOn } from "#core/mail/entry.ts";
import type { Meaning } from "#core/mail/meaning.ts";
import { answerTo, type MailAboutSession, mailOnAppointment } from "#core/mail/on-appointment.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import type { Whose } from "#core/mail/whose.ts";
import { readAppointment } from "../appointment.ts";
import { payNow } from "../pay.ts";
import { leaveToPerson, mayAnswer } from "./answers.ts";
import type { KeptMail } from "./incoming.ts";
import { standsOn } from "./on-case.ts";

type OnSubject = Extract<Whose, { whose: "subject" }>;

/** Enough for all who can meet on one appointment. */
const rounds = 8;

/**
 * Writes a mail down on the appointment that it is about, with what it calls for, in one transaction and once.
 * @throws Contended when others kept writing; nothing was written then.
 */
export const settleOnAppointment = async (
  ports: Ports,
  kept: KeptMail,
  whose: OnSubject,
): Promise<MailOutcome> => {
  const { pack, code } = whose.about;
  const outcome: MailOutcome = { settled: "reply", pack, subject: "appointment", code };
  for (let round = 0; round < rounds; round += 1) {
    if ((await ports.table.get(mailOnKey(appointmentKey(pack, code), kept.entry))) !== undefined)
      return outcome;
    const it = await readAppointment(ports, { pack, code });
    if (it === undefined) throw new Error(`${code} was there a moment ago`);
    if (await written(ports, kept, whose, it)) return outcome;
  }
  throw new Contended("others kept writing to the same appointment");
};

const written = async (ports: Ports, kept: KeptMail, whose: OnSubject, it: Appointment): Promise<boolean> => {
  const mail = await taken(ports, kept, whose, it);
  const { writes, change, rev, promise } = mailOnAppointment(it, mail, ports.now());
  const on = { ...standsOn(kept, whose, mail.meant, rev), ...(promise !== undefined && { promise }) };
  if (!mail.allowed) await leaveToPerson(ports, kept.entry, it, heldBack);
  const result = await ports.table.commit([...writes, putMailOn(it, on)]);
  if (result.committed) await payNow(ports, asChange(change));
  return result.committed;
};

const heldBack = "many of its mails were answered today: read it, and answer it yourself";

const taken = async (
  ports: Ports,
  { entry, meaning, arrival }: KeptMail,
  { as, anotherAddress }: OnSubject,
  it: Appointment,
): Promise<MailAboutSession> => {
  const meant = await meantOnAppointment(ports, meaning, it);
  const kind = answerTo(it, { as, meant }, ports.now());
  const answerable = kind !== "answer" || meaning.answerable || meaning.declined;
  const from = arrival.verdicts.dmarc === "PASS" ? entry.from?.address : undefined;
  return {
    as,
    anotherAddress,
    meant,
    // What goes to the host counts as well: whoever writes to one of them without end is not heard without end.
    allowed: kind === undefined || (answerable && (await mayAnswer(ports, entry, it.customer.email))),
    ...(from !== undefined && { from }),
  };
};

/** A calendar program may say no again and again: it is answered once. */
const meantOnAppointment = async (ports: Ports, meaning: Meaning, it: Appointment): Promise<MailMeant> => {
  if (meaning.declined) return (await declinedBefore(ports, it)) ? "automatic" : "declined";
  if (meaning.automatic !== undefined) return "automatic";
  return meaning.wish ?? (meaning.thanks ? "thanks" : "words");
};

const declinedBefore = async ({ table }: Ports, { pk }: Appointment): Promise<boolean> =>
  (await table.list(pk, mailsOn.from, mailsOn.to)).some((item) => asMailOn(item).meant === "declined");
