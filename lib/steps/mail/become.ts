import type { DeployedPolicy, MailPorts } from "#adapters/ports.ts";
import type { Destination } from "#core/mail/destination.ts";
import type { MailEntry } from "#core/mail/entry.ts";
import type { Arrival, ReadMail } from "#core/mail/mail.ts";
import { meaningOf } from "#core/mail/meaning.ts";
import type { MailOutcome, QuarantineReason } from "#core/mail/outcome.ts";
import { type About, decideWhose, type Sender, type Whose } from "#core/mail/whose.ts";
import { gatherEvidence } from "./evidence.ts";
import type { Incoming, KeptMail } from "./incoming.ts";
import { registerByMail } from "./new-case.ts";
import { settleOnAppointment } from "./on-appointment.ts";
import { settleOnCase } from "./on-case.ts";

/** Where a mail came to rest, and what it may be about without proof. */
export type Became = MailOutcome & { readonly maybeAbout?: About };

interface Arrived extends Incoming {
  readonly entry: MailEntry;
  readonly destination: Destination;
}

/** What becomes of a mail that was kept. What nobody may trust, or no program can read, waits for a person. */
export const becomeOf = async (
  ports: MailPorts,
  company: DeployedPolicy,
  { arrival, mail, entry, destination }: Arrived,
): Promise<Became> => {
  const { pack } = destination;
  if ("unreadable" in mail) return kept(pack, "unreadable");
  if (arrival.verdicts.virus === "FAIL") return kept(pack, "virus");
  if (arrival.verdicts.spam === "FAIL") return kept(pack, "spam");
  const meaning = meaningOf(mail);
  if (meaning.own) return kept(pack, "own");
  const whose = decideWhose(await gatherEvidence(ports, destination, mail, senderOf(arrival, mail)));
  return settleWhose(ports, { destination, company, arrival, mail, meaning, entry }, whose);
};

const kept = (pack: string, reason: QuarantineReason): MailOutcome => ({
  settled: "quarantine",
  pack,
  reason,
});

/** Only what the receiving service found out for itself proves a sender; a forwarder breaks that, and proves nothing. */
const senderOf = ({ verdicts }: Arrival, { from }: ReadMail): Sender => ({
  ...(from !== undefined && { address: from.address }),
  proven: verdicts.dmarc === "PASS",
});

const settleWhose = async (ports: MailPorts, mail: KeptMail, whose: Whose): Promise<Became> => {
  const { pack } = mail.destination;
  if (whose.whose === "subject") return settleOnSubject(ports, mail, whose);
  const perhaps = whose.maybeAbout === undefined ? {} : { maybeAbout: whose.maybeAbout };
  if (isAutomatic(mail)) return { ...kept(pack, "automatic"), ...perhaps };
  if (whose.whose === "nobody") return { ...kept(pack, nowhere(mail)), ...perhaps };
  const { mailbox } = whose;
  return { ...(await registerByMail(ports, mail.company, mail.entry, { mailbox })), ...perhaps };
};

const nowhere = ({ destination: { claim } }: KeptMail): QuarantineReason =>
  claim === undefined ? "no-mailbox" : "subject-gone";

const isAutomatic = ({ meaning }: KeptMail): boolean =>
  meaning.automatic !== undefined || meaning.declined || meaning.undelivered.length > 0;

const settleOnSubject = async (
  ports: MailPorts,
  mail: KeptMail,
  whose: Extract<Whose, { whose: "subject" }>,
): Promise<Became> => {
  const { about } = whose;
  if (about.subject === "appointment") return settleOnAppointment(ports, mail, whose);
  const settled = await settleOnCase(ports, mail, whose);
  if ("settled" in settled) return settled;
  const registered = await registerByMail(ports, mail.company, mail.entry, settled);
  return { ...registered, maybeAbout: about };
};
