import type { OutgoingMail, Ports } from "#adapters/ports.ts";
import type { Lettered } from "#core/contact/owed-letter.ts";
import type { Relation } from "#core/contact/relation.ts";
import { type Meeting } from "#core/meeting/meeting.ts";
import { contactMail } from "#core/message/contact-letters.ts";
import { meetingMail } from "#core/message/meeting-letters.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { readAccount } from "../access.ts";

export type WrittenLetter = Omit<OutgoingMail, "labels"> & { readonly language: Language };

/** What a letter about steady contact says, and to whom. @throws Error when its subject never owed it: a fault of ours. */
export const writeLetter = async (ports: Ports, head: Lettered, name: string): Promise<WrittenLetter> => {
  const policy = ports.policies.current(head.pack)?.policy;
  const kind = head.letters[name]?.kind;
  if (policy === undefined || kind === undefined) throw new Error(`${head.pk} never owed "${name}"`);
  if (kind === "meeting-reminder" || kind === "staff-meeting-reminder")
    return aboutMeeting(policy, head as Meeting, kind);
  return aboutContact(ports, policy, head as Relation, { kind, name });
};

const aboutMeeting = (
  { company: fromName, languages, timeZone }: Policy,
  meeting: Meeting,
  kind: "meeting-reminder" | "staff-meeting-reminder",
): WrittenLetter => {
  const guest = kind === "meeting-reminder";
  const { name, email: address } = guest ? meeting.guest : meeting.host;
  const language = guest ? meeting.language : (languages[0] ?? "en");
  const zone = guest ? meeting.timeZone : timeZone;
  const { at, place, guest: who, host } = meeting;
  const fields = {
    reader: name,
    company: fromName,
    at,
    timeZone: zone,
    place,
    guest: who.name,
    host: host.name,
  };
  return { to: { name, address }, fromName, language, ...meetingMail(kind, language, fields) };
};

/** To the account manager; and the alert also to the team that hears of what is late after them. */
const aboutContact = async (
  ports: Ports,
  policy: Policy,
  relation: Relation,
  { kind, name }: { readonly kind: "staff-contact-due" | "staff-contact-missed"; readonly name: string },
): Promise<WrittenLetter> => {
  const { company: fromName, cases, timeZone } = policy;
  const { pack, account, manager, due, lastContact } = relation;
  const above = cases?.teams.find(({ id }) => id === cases.receivers?.manager);
  const reader = name === "above" && above !== undefined ? above : manager;
  const language = policy.languages[0] ?? "en";
  const known = await readAccount(ports, pack, account);
  const fields = {
    reader: reader.name,
    manager: manager.name,
    company: fromName,
    account: known?.name ?? account,
    due,
    last: lastContact?.at,
    timeZone,
  };
  const to = { name: reader.name, address: reader.email };
  return { to, fromName, language, ...contactMail(kind, language, fields) };
};
