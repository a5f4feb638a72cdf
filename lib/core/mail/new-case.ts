import type { CaseRequest } from "#core/case/register.ts";
import { triaged } from "#core/case/triage.ts";
import type { CaseKind, CasePolicy } from "#core/policy/cases.ts";
import type { CaseMailbox } from "#core/policy/milestone-condition.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import type { MailEntry } from "./entry.ts";
import { languageOf } from "./language.ts";
import { topicOf } from "./topic.ts";

/** What a mail asks for when it is nobody's reply. */
export interface NewByMail {
  readonly mailbox: CaseMailbox;
  readonly kind?: CaseKind;
  readonly topic?: string | undefined;
  /** The customer, where it is not whoever wrote: an answer goes to an address that is known. */
  readonly customer?: CaseRequest["customer"];
}

type ReadFields = (kind: CaseKind, topic: string | undefined) => Readonly<Record<string, string>>;

/**
 * The case that a mail registers. What comes to the complaints mailbox is what triage says; to support and sales it is an
 * inquiry, where the company has those.
 */
export const caseByMail = (
  { cases, languages }: Pick<Policy, "cases" | "languages">,
  mail: MailEntry,
  asked: NewByMail,
  now: Instant,
  readFields: ReadFields,
): CaseRequest => {
  const written = [mail.subject, mail.text].join("\n").trim();
  const kind = asked.kind ?? kindAt(cases, asked.mailbox);
  const is = kind ?? (cases && triaged(cases, [written])?.kind);
  const topic = asked.topic ?? (cases && is && topicOf(cases.kinds[is], is, written));
  const found = is === undefined ? {} : readFields(is, topic);
  return {
    ...(kind !== undefined && { kind }),
    ...(topic !== undefined && { topic }),
    fields: { ...found, description: written },
    customer: asked.customer ?? { name: nameOf(mail), email: mail.from?.address ?? "" },
    language: languageOf(written, languages),
    channel: "mail",
    mailbox: asked.mailbox,
    receivedAt: mail.receivedAt < now ? mail.receivedAt : now,
    actor: "customer",
  };
};

const kindAt = (cases: CasePolicy | undefined, mailbox: CaseMailbox): CaseKind | undefined =>
  mailbox !== "complaints" && cases?.kinds.inquiry !== undefined ? "inquiry" : undefined;

/**
 * A name stands in the mails that answer. Who is not proven may have written somebody else's address, and under "name"
 * what they wish that person to read: then the address is the name.
 */
const nameOf = ({ from, proven }: MailEntry): string => {
  const { name = "", address = "" } = from ?? {};
  return proven && /^[\p{L}\p{M}][\p{L}\p{M} .'’-]{0,59}$/u.test(name) ? name : address;
};
