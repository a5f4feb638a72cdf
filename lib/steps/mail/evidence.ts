import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Case } from "#core/case/case.ts";
import type { Destination } from "#core/mail/destination.ts";
import type { About, Candidate, Evidence, Sender } from "#core/mail/whose.ts";
import { messageLedger, messagesOf } from "#core/message/message-id.ts";
import { errandOf } from "#core/message/send.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readSubject } from "../subject.ts";
import { type Incoming, idsOf } from "./incoming.ts";

/** Ours: a subject holds one number, and words that look like one. */
const mostNumbers = 10;

/** What speaks for a mail's belonging to something, each read strongly consistent. Nothing is decided here. */
export const gatherEvidence = async (
  ports: Ports,
  destination: Destination,
  incoming: Pick<Incoming, "read">,
  sender: Sender,
): Promise<Evidence> => {
  const { claim, pack } = destination;
  const claimed = claim && (await candidateOf(ports, claimedBy(claim)));
  const hinted: Candidate[] = [];
  const answered = await Promise.all(idsOf(incoming).map((id) => aboutMessage(ports, id)));
  for (const about of [...answered.flat(), ...numbered(pack, subjectOf(incoming))]) {
    const candidate = about.pack === pack ? await candidateOf(ports, about) : undefined;
    if (candidate !== undefined) hinted.push(candidate);
  }
  return { destination, sender, hinted, ...(claimed !== undefined && { claimed }) };
};

const subjectOf = ({ read }: Pick<Incoming, "read">): string =>
  "unreadable" in read ? "" : read.mail.subject;

const claimedBy = ({ purpose, pack, subject }: NonNullable<Destination["claim"]>): About => ({
  subject: purpose === "case" ? "case" : "appointment",
  pack,
  code: subject,
});

const candidateOf = async (ports: Ports, about: About): Promise<Candidate | undefined> => {
  const it = await readSubject(ports, about);
  const policy = ports.policies.current(about.pack)?.policy;
  if (it === undefined || policy === undefined) return undefined;
  const staff = it.type === "case" ? teamsOf(policy) : hostsOf(policy, it);
  return { about, customer: addressOf(it), staff: staff.map((address) => address.toLowerCase()) };
};

const addressOf = ({ customer }: Case | Appointment): string => customer.email.toLowerCase();

const teamsOf = ({ cases, contacts }: Policy): string[] =>
  [...(cases?.teams ?? []), ...(contacts?.persons ?? [])].map(({ email }) => email);

const hostsOf = ({ appointments }: Policy, { host }: Appointment): string[] =>
  (appointments?.hosts ?? []).filter(({ id }) => id === host).map(({ email }) => email);

/** What a message of ours was about; none for an id that the provider never gave us. */
export const aboutMessage = async (ports: Ports, id: string): Promise<About[]> => {
  const { pk, from, to } = messagesOf(id);
  const items = await ports.table.list(pk, from, to);
  return items.flatMap((item) => {
    const key = messageLedger(item);
    const type = key?.pk.split("#")[1];
    if (key === undefined || (type !== "case" && type !== "appointment")) return [];
    const { pack, code } = errandOf(key);
    return [{ subject: type, pack, code }];
  });
};

/** Seven characters that may be a case's number, as people and their programs write it back. */
export const numbered = (pack: string, subject: string): About[] =>
  [...subject.toUpperCase().matchAll(/(?<![0-9A-Z])[0-9A-Z]{7}(?![0-9A-Z])/g)]
    .slice(0, mostNumbers)
    .map(([code]) => ({ subject: "case", pack, code }));
