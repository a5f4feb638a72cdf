import type { DeployedPolicy, MailPorts } from "#adapters/ports.ts";
import type { Destination } from "#core/mail/destination.ts";
import type { MailEntry } from "#core/mail/entry.ts";
import type { Arrival, ReadMail } from "#core/mail/mail.ts";
import type { MailOutcome, QuarantineReason } from "#core/mail/outcome.ts";
import { type About, decideWhose, type Sender, type Whose } from "#core/mail/whose.ts";
import { answerForAway } from "../absence/answer.ts";
import { gatherEvidence } from "./evidence.ts";
import type { Incoming, KeptMail } from "./incoming.ts";
import { journaled } from "./journal.ts";
import { rememberThread } from "./journal-case.ts";
import { registerByMail } from "./new-case.ts";
import { settleOnAppointment } from "./on-appointment.ts";
import { settleOnCase } from "./on-case.ts";
import { noteUndelivered } from "./undelivered.ts";

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
  { arrival, read, entry, destination }: Arrived,
): Promise<Became> => {
  const { pack } = destination;
  if ("unreadable" in read) return waits(pack, "unreadable");
  if (arrival.verdicts.virus === "FAIL") return waits(pack, "virus");
  if (arrival.verdicts.spam === "FAIL") return waits(pack, "spam");
  if (read.meaning.own) return waits(pack, "own");
  const kept = { destination, company, arrival, ...read, entry };
  const became = await readable(ports, kept);
  await rememberThread(ports, read.mail, became);
  await answerForAway(ports, kept, became);
  return became;
};

const waits = (pack: string, reason: QuarantineReason): MailOutcome => ({
  settled: "quarantine",
  pack,
  reason,
});

const readable = async (ports: MailPorts, kept: KeptMail): Promise<Became> => {
  const { arrival, mail, destination } = kept;
  const copied = destination.journal && (await journaled(ports, kept, destination.journal));
  if (copied !== undefined) return copied;
  const whose = reported(await noteUndelivered(ports, kept));
  if (whose !== undefined) return settleWhose(ports, kept, whose);
  const evidence = await gatherEvidence(ports, destination, { read: kept }, senderOf(arrival, mail));
  return settleWhose(ports, kept, decideWhose(evidence));
};

/** Only what the receiving service found out for itself proves a sender; a forwarder breaks that, and proves nothing. */
const senderOf = ({ verdicts }: Arrival, { from }: ReadMail): Sender => ({
  ...(from !== undefined && { address: from.address }),
  proven: verdicts.dmarc === "PASS",
});

/** A server's report names the id of our mail, which nobody but its recipient was shown: it belongs where that mail does. */
const reported = ([about]: readonly About[]): Whose | undefined =>
  about && { whose: "subject", about, as: "customer", anotherAddress: true };

const settleWhose = async (ports: MailPorts, kept: KeptMail, whose: Whose): Promise<Became> => {
  const { pack } = kept.destination;
  if (whose.whose === "subject") return settleOnSubject(ports, kept, whose);
  const perhaps = whose.maybeAbout === undefined ? {} : { maybeAbout: whose.maybeAbout };
  if (kept.meaning.automatic !== undefined) return { ...waits(pack, "automatic"), ...perhaps };
  if (whose.whose === "nobody") return { ...waits(pack, nowhere(kept)), ...perhaps };
  return { ...(await registered(ports, kept, { mailbox: whose.mailbox })), ...perhaps };
};

const nowhere = ({ destination: { claim } }: KeptMail): QuarantineReason =>
  claim === undefined ? "no-mailbox" : "subject-gone";

const registered = (
  ports: MailPorts,
  { company, entry, meaning }: KeptMail,
  asked: Parameters<typeof registerByMail>[3],
): Promise<MailOutcome> => registerByMail(ports, company, entry, asked, { answerable: meaning.answerable });

const settleOnSubject = async (
  ports: MailPorts,
  kept: KeptMail,
  whose: Extract<Whose, { whose: "subject" }>,
): Promise<Became> => {
  const { about } = whose;
  if (about.subject === "appointment") return settleOnAppointment(ports, kept, whose);
  const settled = await settleOnCase(ports, kept, whose);
  if ("settled" in settled) return settled;
  return { ...(await registered(ports, kept, settled)), maybeAbout: about };
};
