import { automaticKind } from "./automatic.ts";
import { calendarReply } from "./calendar-reply.ts";
import { deliveriesIn } from "./delivery-report.ts";
import type { Arrival, ReadMail } from "./mail.ts";
import { mayAnswer } from "./may-answer.ts";
import { shownText } from "./shown-text.ts";
import { isThanks } from "./thanks.ts";
import { type Wish, wishOf } from "./wish.ts";

/** What a mail is and wants, from its headers, form and words. Nothing acts by it alone. */
export interface Meaning {
  /** Written by a machine, in one word: what kind of machine. */
  readonly automatic?: string;
  /** One that we sent ourselves, and that came back as it was. */
  readonly own: boolean;
  readonly thanks: boolean;
  readonly wish?: Wish;
  /** A calendar program said no in somebody's name. */
  readonly declined: boolean;
  /** Mails of ours, by their Message-IDs, that a server says it could not deliver. */
  readonly undelivered: readonly { readonly messageId: string; readonly reason: string }[];
  /** Whether a machine of ours may answer it at all. */
  readonly answerable: boolean;
  /** Without quotes and signature. */
  readonly displayed: string;
}

/** @param ours whether an address is one of our own. */
export const meaningOf = (
  mail: ReadMail,
  arrival: Arrival,
  ours: (address: string) => boolean = () => false,
): Meaning => {
  const automatic = automaticKind(mail, arrival);
  const displayed = shownText(mail.text, mail.subject);
  const wish = wishOf(displayed, mail.subject);
  return {
    ...(automatic !== undefined && { automatic }),
    own: automatic === "our-own",
    thanks: isThanks(displayed, mail.from?.name),
    ...(wish !== undefined && { wish }),
    declined: calendarReply(mail.calendar)?.answer === "declined",
    undelivered: deliveriesIn(mail).flatMap(({ messageId, outcome, reason }) =>
      messageId !== undefined && outcome === "failed" ? [{ messageId, reason }] : [],
    ),
    answerable: mayAnswer(mail, arrival, ours),
    displayed,
  };
};
