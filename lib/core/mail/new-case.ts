import type { CaseRequest } from "#core/case/register.ts";
import { triaged } from "#core/case/triage.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { CaseMailbox } from "#core/policy/case-words.ts";
import type { CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import type { MailEntry } from "./entry.ts";
import { languageOf } from "./language.ts";
import { readFields } from "./read-fields.ts";
import { topicOf } from "./topic.ts";

/** What a mail asks for when it is nobody's reply. */
export interface NewByMail {
  readonly mailbox: CaseMailbox;
  readonly kind?: CaseKind;
  readonly topic?: string | undefined;
  /** One of the staff, to whom it was sent. */
  readonly handler?: string | undefined;
  /** The customer, where it is not whoever wrote: an answer goes to an address that is known. */
  readonly customer?: CaseRequest["customer"];
}

/**
 * The case that a mail registers. What comes to the complaints mailbox is what triage says; to support and sales it is an
 * inquiry, where the company has those.
 */
export const caseByMail = (
  policy: Pick<Policy, "cases" | "languages">,
  mail: MailEntry,
  asked: NewByMail,
  now: Instant,
): CaseRequest => {
  const { subject, text, receivedAt, from } = mail;
  const written = `${subject}\n${text}`.trim();
  const { kind, is, topic } = aboutWhat(policy.cases, written, asked);
  return {
    kind,
    topic,
    fields: { ...readFields(policy, is, topic, mail), description: written },
    customer: asked.customer ?? { name: nameOf(mail), email: from?.address ?? "" },
    language: languageOf(written, policy.languages),
    channel: "mail",
    mailbox: asked.mailbox,
    handler: asked.handler,
    receivedAt: receivedAt < now ? receivedAt : now,
    actor: "customer",
  };
};

/** `kind` is left out where triage says it, so that staff see the reason; `is` is what it will be. */
const aboutWhat = (cases: CasePolicy | undefined, written: string, asked: NewByMail) => {
  if (cases === undefined) return { kind: asked.kind, is: asked.kind, topic: asked.topic };
  const kind = asked.kind ?? kindAt(cases, asked.mailbox);
  const is = kind ?? triaged(cases, [written])?.kind;
  const guessed = is && topicOf(cases.kinds[is], is, written);
  return { kind, is, topic: asked.topic ?? guessed };
};

const kindAt = ({ kinds }: CasePolicy, mailbox: CaseMailbox): CaseKind | undefined =>
  mailbox !== "complaints" && kinds.inquiry !== undefined ? "inquiry" : undefined;

/**
 * A name stands in the mails that answer. Who is not proven may have written somebody else's address, and under "name"
 * what they wish that person to read: then the address is the name.
 */
const nameOf = ({ from, proven }: MailEntry): string => {
  const { name = "", address = "" } = from ?? {};
  return proven && /^[\p{L}\p{M}][\p{L}\p{M} .'’-]{0,59}$/u.test(name) ? name : address;
};
