import type { DeployedPolicy, MailPorts } from "#adapters/ports.ts";
import { type Destination, isOurs } from "#core/mail/destination.ts";
import { type MailEntry, noteOutcome } from "#core/mail/entry.ts";
import type { Arrival } from "#core/mail/mail.ts";
import { meaningOf } from "#core/mail/meaning.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { quarantine } from "#core/mail/quarantine.ts";
import { day, epoch, plus } from "#core/time.ts";
import { becomeOf } from "./become.ts";
import { type Incoming, keepMail } from "./incoming.ts";
import { readMailEntry } from "./quarantine.ts";
import { deployedPolicies, whereTo } from "./where-to.ts";

/**
 * Finds out whose a mail is and does what becomes of it: a case, a reply, or quarantine. The same mail again, also after
 * a run that died, comes to the same. One to two companies is settled for each; the first one's outcome is told.
 * @throws Contended when the table stayed busy: the queue brings the mail again.
 */
export const settleMail = async (
  ports: MailPorts,
  arrival: Arrival,
  raw: Uint8Array,
): Promise<MailOutcome> => {
  const incoming = await readMail(ports, arrival, raw);
  const [first, ...others] = await whereTo(ports, incoming);
  const outcome = await settleFor(ports, incoming, first);
  for (const each of others) await settleFor(ports, incoming, each);
  return outcome;
};

const readMail = async (ports: MailPorts, arrival: Arrival, raw: Uint8Array): Promise<Incoming> => {
  const mail = await ports.mailReader.read(raw);
  const size = raw.byteLength;
  if ("unreadable" in mail) return { arrival, read: mail, size };
  const policies = deployedPolicies(ports);
  const meaning = meaningOf(mail, arrival, (address) => isOurs(address, policies));
  return { arrival, read: { mail, meaning }, size };
};

const settleFor = async (
  ports: MailPorts,
  incoming: Incoming,
  destination: Destination,
): Promise<MailOutcome> => {
  const company = deployed(ports, destination.pack);
  const entry = await keepMail(ports, destination, incoming);
  if (entry.outcome !== undefined) return entry.outcome;
  const { maybeAbout, ...outcome } = await becomeOf(ports, company, { ...incoming, entry, destination });
  const forgotten = outcome.settled === "quarantine" ? forgetAt(ports, entry) : {};
  const kept = outcome.settled === "quarantine" ? [quarantine(entry, outcome.reason, forgotten)] : [];
  const note = noteOutcome(entry, { outcome, ...forgotten, ...(maybeAbout !== undefined && { maybeAbout }) });
  const noted = await ports.table.commit([note, ...kept]);
  if (noted.committed) return outcome;
  // Somebody settled the same mail meanwhile, and has said what it is.
  return (await readMailEntry(ports, destination.pack, entry.id))?.outcome ?? outcome;
};

/** What nobody has let out by the time that its raw form goes is forgotten with it. */
const forgetAt = ({ rawMails }: MailPorts, { receivedAt }: MailEntry): { readonly expiresAt: number } => ({
  expiresAt: Math.floor(epoch(plus(receivedAt, rawMails.keptDays * day)) / 1000),
});

const deployed = (ports: MailPorts, pack: string): DeployedPolicy => {
  const company = ports.policies.current(pack);
  if (company === undefined) throw new Error(`no policy of "${pack}" is deployed`);
  return company;
};
