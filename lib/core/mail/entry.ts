import type { ReplyClaim } from "#core/appointment/links.ts";
import type { Actor } from "#core/change.ts";
import type { Item, Key, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { MailboxName } from "./destination.ts";
import type { Arrival, Attached, MailAddress, ReadMail } from "./mail.ts";
import type { Meaning } from "./meaning.ts";
import type { MailOutcome } from "./outcome.ts";
import type { ReleaseWish } from "./release.ts";
import type { About } from "./whose.ts";

/**
 * A mail that came in, as people see it, under its company: who, when, what it says. Its raw form lies with the receiving
 * service under the same id. Everything personal of it stands here, and nowhere else but in the words of the change that
 * it brought about.
 */
export interface MailEntry extends Key {
  readonly type: "kept-mail";
  readonly id: string;
  readonly pack: string;
  /** Of the company's, to which it was brought. */
  readonly mailbox?: MailboxName;
  readonly receivedAt: Instant;
  readonly from?: MailAddress;
  /** Whether the receiving service found `from` to be who they say (DMARC). */
  readonly proven: boolean;
  readonly subject: string;
  /** Without quotes and signature; at most 20 000 characters. */
  readonly text: string;
  readonly files: readonly Attached[];
  /** In bytes, as it arrived. */
  readonly size: number;
  /** Why it could not be read. */
  readonly unreadable?: string;
  /** What somebody claims it to be about, without proof. */
  readonly maybeAbout?: About;
  readonly outcome?: MailOutcome;
  /** What a person has begun to let it out as. */
  readonly releasing?: ReleaseWish;
  /** Who let it out of quarantine. */
  readonly released?: { readonly by: Actor; readonly at: Instant };
}

export const keptMailKey = (pack: string, id: string): Key => ({ pk: `${pack}#mail#${id}`, sk: "head" });

export const asMail = (item: Item): MailEntry => item as unknown as MailEntry;

/** As much as anybody reads; the rest stays in its raw form. */
const longestText = 20_000;
const mostFiles = 50;

export const mailEntry = (
  { pack, mailbox, size }: Pick<MailEntry, "pack" | "size"> & { readonly mailbox: MailboxName | undefined },
  arrival: Arrival,
  mail: { readonly mail: ReadMail; readonly meaning: Meaning } | { readonly unreadable: string },
): MailEntry => ({
  ...keptMailKey(pack, arrival.id),
  type: "kept-mail",
  id: arrival.id,
  pack,
  ...(mailbox !== undefined && { mailbox }),
  receivedAt: arrival.receivedAt,
  proven: arrival.verdicts.dmarc === "PASS",
  size,
  ...("unreadable" in mail ? announced(arrival, mail.unreadable) : read(mail.mail, mail.meaning.displayed)),
});

type Read = Pick<MailEntry, "from" | "subject" | "text" | "files" | "unreadable">;

const read = ({ from, subject, attachments }: ReadMail, text: string): Read => ({
  ...(from !== undefined && { from }),
  subject: subject.slice(0, 300),
  text: text.slice(0, longestText),
  files: attachments.slice(0, mostFiles),
});

/** Of one that cannot be read there is only what the receiving service says of it. */
const announced = ({ from, subject }: Arrival, unreadable: string): Read => ({
  ...fromAnnounced(from ?? ""),
  subject: (subject ?? "").slice(0, 300),
  text: "",
  files: [],
  unreadable,
});

/** `Noor <noor@customer.example>`, or the address alone. */
const fromAnnounced = (text: string): Pick<MailEntry, "from"> => {
  const address = /(?:<|^)([^<>\s@,;:"]{1,64}@[^<>\s@,;:"]{1,255})(?:>|$)/.exec(
    text.trim().slice(0, 1_000),
  )?.[1];
  return address === undefined ? {} : { from: { name: "", address: address.toLowerCase() } };
};

export const putMail = (entry: MailEntry): Write => ({ put: { ...entry }, if: { exists: false } });

/** Once: whoever comes second finds where it came to rest. */
export const noteOutcome = ({ pk, sk }: Key, settled: Settled): Write => ({
  update: { pk, sk },
  set: { ...settled },
  if: { exists: true, missing: ["outcome"] },
});

interface Settled {
  readonly outcome: MailOutcome;
  readonly maybeAbout?: About;
  /** DynamoDB's own, in epoch seconds: what waits in quarantine is not kept for ever. */
  readonly expiresAt?: number;
}

/** That a mail is about a subject: stands under the subject, beside its changes, and commits with the one it brought about. */
export interface MailOn extends Key {
  readonly type: "mail-on";
  readonly mail: string;
  readonly receivedAt: Instant;
  /** The `rev` of the change. */
  readonly rev: number;
  readonly as: ReplyClaim["recipient"];
  readonly meant: MailMeant;
  readonly anotherAddress?: true;
  /** The promise by which it was forwarded. */
  readonly promise?: string;
}

/** What a mail is taken for, in one stable word. */
export type MailMeant = "words" | "thanks" | "automatic" | "declined" | "cancel" | "change";

type OnSubject = Omit<MailOn, "pk" | "sk" | "type">;

export const mailOnKey = (
  { pk }: Pick<Key, "pk">,
  { receivedAt, id }: Pick<MailEntry, "receivedAt" | "id">,
): Key => ({
  pk,
  sk: `mail#${receivedAt}#${id}`,
});

export const putMailOn = (subject: Pick<Key, "pk">, on: OnSubject): Write => ({
  put: { ...mailOnKey(subject, { receivedAt: on.receivedAt, id: on.mail }), type: "mail-on", ...on },
  if: { exists: false },
});

export const asMailOn = (item: Item): MailOn => item as unknown as MailOn;

/** All mails about one subject, the oldest first. */
export const mailsOn = { from: "mail#", to: "mail#~" } as const;
