import type { DeployedPolicy, MailPorts } from "#adapters/ports.ts";
import { type Destination, isOurs } from "#core/mail/destination.ts";
import { noteOutcome } from "#core/mail/entry.ts";
import type { Arrival } from "#core/mail/mail.ts";
import { meaningOf } from "#core/mail/meaning.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { quarantine } from "#core/mail/quarantine.ts";
import { becomeOf } from "./become.ts";
import { type Incoming, keepMail } from "./incoming.ts";
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
  const entry = await keepMail(ports, destination.pack, incoming);
  if (entry.outcome !== undefined) return entry.outcome;
  const { maybeAbout, ...outcome } = await becomeOf(ports, company, { ...incoming, entry, destination });
  const kept = outcome.settled === "quarantine" ? [quarantine(entry, outcome.reason)] : [];
  // Whoever came first has said the same: every step before this one is taken once for each mail.
  await ports.table.commit([noteOutcome(entry, outcome, maybeAbout), ...kept]);
  return outcome;
};

const deployed = (ports: MailPorts, pack: string): DeployedPolicy => {
  const company = ports.policies.current(pack);
  if (company === undefined) throw new Error(`no policy of "${pack}" is deployed`);
  return company;
};
