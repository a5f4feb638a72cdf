import { randomBytes, randomUUID } from "node:crypto";
import type { Instant } from "#core/time.ts";
import type { Clock, Store } from "./ports.ts";
import { bareAddress, labels, type SentMail, sentMail } from "./sent-mail.ts";
import { region } from "./template/account.ts";

/** A mail as SES took it: for the contract's view it is parsed when somebody looks. */
export interface AcceptedMail {
  readonly raw: Buffer;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly source?: string;
  /** SES reports what becomes of a mail only where its configuration set says. */
  readonly configurationSet?: string;
}

/** A mail's envelope, as the reports about it name it. */
export interface Posted extends Omit<AcceptedMail, "raw"> {
  readonly id: string;
  readonly at: Instant;
}

export interface AcceptedText {
  readonly to: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SentText {
  readonly id: string;
  readonly at: Instant;
  readonly to: string;
  readonly text: string;
  readonly kind: string;
  readonly promise: string;
}

export interface Outbox {
  /** Returns SES's message id, which is also the mail's id here. */
  mail(accepted: AcceptedMail): string;
  text(accepted: AcceptedText): string;
  /** In the order of sending. */
  mails(): Promise<SentMail[]>;
  texts(): SentText[];
  /** The last so many that were kept, as they are kept. */
  latest(most: number): { readonly mails: readonly StoredMail[]; readonly texts: readonly SentText[] };
  /** A number that is another after anything was sent. */
  sent(): number;
  posted(id: string): Posted | undefined;
  /** Everything that went to this address, or was about one of these sessions or cases. */
  forget(person: Forgotten): void;
  /** The mail as it went over the wire, Message-ID replaced as SES does. */
  raw(id: string): Buffer | undefined;
}

/** What is forgotten of a person: in a real mailbox it stays, here it is ours. */
export interface Forgotten {
  readonly pack: string;
  readonly address: string;
  readonly codes: readonly string[];
}

interface StoredText extends SentText {
  readonly ledger: string;
}

/** A mail as it is kept: the wire's bytes, read when somebody looks. */
export interface StoredMail extends Posted {
  readonly base64: string;
}

/** Keeps what was sent, in the store: a restart forgets no mail. */
export const createOutbox = (
  store: Pick<Store, "append" | "all" | "newest" | "drop">,
  clock: Pick<Clock, "now">,
): Outbox => {
  const stored = (): StoredMail[] => store.all("mail") as StoredMail[];
  return {
    mail: ({ raw, ...accepted }) => {
      const id = sesMessageId();
      const base64 = withMessageId(raw, id).toString("base64");
      store.append("mail", { id, at: clock.now(), base64, ...accepted } satisfies StoredMail);
      return id;
    },
    text: ({ to, text, attributes }) => {
      const id = randomUUID();
      store.append("sms", {
        id,
        at: clock.now(),
        to,
        text,
        ...labels(attributes),
        ledger: attributes["ledger"] ?? "",
      } satisfies StoredText);
      return id;
    },
    mails: () => Promise.all(stored().map(sentMail)),
    texts: () => (store.all("sms") as StoredText[]).map(shown),
    forget: (person) => {
      store.drop("mail", (body) => isAbout(person, body as StoredMail));
      store.drop("sms", (body) => isOf(person, (body as StoredText).ledger));
    },
    latest: (most) => ({
      mails: store.all("mail", most) as StoredMail[],
      texts: (store.all("sms", most) as StoredText[]).map(shown),
    }),
    sent: () => store.newest("mail") + store.newest("sms"),
    posted: (id) => stored().find((each) => each.id === id),
    raw: (id) => {
      const found = stored().find((each) => each.id === id);
      return found && Buffer.from(found.base64, "base64");
    },
  };
};

const shown = ({ ledger: _ledger, ...sent }: StoredText): SentText => sent;

const isAbout = (person: Forgotten, { destinations, tags }: StoredMail): boolean =>
  isOf(person, tags["ledger"] ?? "") ||
  (tags["ledger"]?.startsWith(`${person.pack}_`) === true &&
    destinations.some((each) => bareAddress(each).toLowerCase() === person.address));

/** `taxdome_appointment_K7M2P4Q_send_…` */
const isOf = ({ pack, codes }: Forgotten, ledger = ""): boolean => {
  const [its, , code = ""] = ledger.split("_");
  return its === pack && codes.includes(code);
};

const sesMessageId = (): string => `0102${randomBytes(6).toString("hex")}-${randomUUID()}-000000`;

/** SES throws the sender's Message-ID away and writes its own: whoever threads replies must keep what SES returned. */
const withMessageId = (raw: Buffer, id: string): Buffer => {
  const text = raw.toString("latin1");
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = text.slice(0, end).replace(/^message-id:.*(\r?\n[ \t].*)*\r?\n?/im, "");
  const header = `Message-ID: <${id}@${region}.amazonses.com>\r\n`;
  return Buffer.from(header + head + text.slice(end), "latin1");
};
