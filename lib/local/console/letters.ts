import type { Instant } from "#core/time.ts";
import type { Outbox, SentText, StoredMail } from "../outbox.ts";
import { type SentMail, sentMail } from "../sent-mail.ts";

/** A line of the outbox: what a person sees before opening it. */
export interface Letter {
  readonly id: string;
  readonly at: Instant;
  readonly by: "mail" | "sms";
  readonly to: string;
  /** An SMS has its text here. */
  readonly subject: string;
  readonly kind: string;
}

export interface Letters {
  /** Latest first. */
  list(): Promise<Letter[]>;
  find(id: string): Promise<SentMail | undefined>;
}

/** Nobody reads further back on the start page; `GET /local/mail` has all. */
const mostLetters = 200;

/** Reads each mail's head once, for the list is asked for again and again. */
export const createLetters = (outbox: () => Outbox): Letters => {
  let heads = new Map<string, Letter>();
  const letterOf = async (mail: StoredMail): Promise<Letter> =>
    heads.get(mail.id) ?? headed(await sentMail(mail));
  return {
    list: async () => {
      const { mails, texts } = outbox().latest(mostLetters);
      const letters = await Promise.all(mails.map(letterOf));
      heads = new Map(letters.map((letter) => [letter.id, letter]));
      return [...letters, ...texts.map(texted)].toSorted(lastFirst).slice(0, mostLetters);
    },
    find: async (id) => {
      const found = outbox()
        .latest(mostLetters)
        .mails.find((mail) => mail.id === id);
      return found && sentMail(found);
    },
  };
};

const headed = ({ id, at, to, subject, kind }: SentMail): Letter => ({
  id,
  at,
  by: "mail",
  to,
  subject,
  kind,
});

const texted = ({ id, at, to, text, kind }: SentText): Letter => ({
  id,
  at,
  by: "sms",
  to,
  subject: text,
  kind,
});

const lastFirst = (one: Letter, other: Letter): number => {
  if (one.at === other.at) return 0;
  return one.at < other.at ? 1 : -1;
};
