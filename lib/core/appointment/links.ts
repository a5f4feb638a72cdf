import type { Instant } from "#core/time.ts";
import { day, epoch, fromEpoch, plus } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";

/** What a link token stands for: one subject, one recipient, one purpose, until a moment. */
export interface LinkClaim {
  readonly purpose: "appointment" | "offer" | "case" | "feedback";
  readonly pack: string;
  readonly subject: string;
  /** `thirdParty`: somebody else whom staff have asked about a case. */
  readonly recipient: "customer" | "host" | "thirdParty";
  /** A token that was only ever mailed proves the address when its button is pressed; one from an answer of the API does not. */
  readonly given: "mail" | "answer";
  readonly expires: Instant;
}

/** Links stay good for a month after the session, for the calendar, the feedback and second thoughts. */
const afterwards = 30 * day;

export const appointmentLink = (
  appointment: Pick<Appointment, "pack" | "code" | "end">,
  given: LinkClaim["given"],
): LinkClaim => ({
  purpose: "appointment",
  pack: appointment.pack,
  subject: appointment.code,
  recipient: "customer",
  given,
  expires: plus(appointment.end, afterwards),
});

/**
 * Who gives feedback opens this, and can do nothing else by it. An outcome may be recorded long after the session, so the
 * month begins when it was asked for.
 */
export const feedbackLink = ({
  pack,
  code,
  end,
  promises,
}: Pick<Appointment, "pack" | "code" | "end" | "promises">): LinkClaim => ({
  purpose: "feedback",
  pack,
  subject: code,
  recipient: "customer",
  given: "mail",
  expires: plus(promises["feedback"]?.opens ?? end, afterwards),
});

/** The claim as it is signed: short, for links must survive mail clients. Whole seconds, base 36. */
export const linkText = (claim: LinkClaim): string =>
  [
    letters.purpose[claim.purpose],
    claim.pack,
    claim.subject,
    letters.recipient[claim.recipient],
    letters.given[claim.given],
    Math.floor(epoch(claim.expires) / 1000).toString(36),
  ].join(".");

/** What a reply address stands for: the same subject and recipient, for as long as people answer old mails. */
export const replyText = ({ purpose, pack, subject, recipient }: LinkClaim): string =>
  [letters.purpose[purpose], pack, subject.toLowerCase(), letters.recipient[recipient]].join(".");

/** Whose answer a reply address leads back, as far as it says so itself. */
export type ReplyClaim = Pick<LinkClaim, "purpose" | "pack" | "subject" | "recipient">;

/** The reverse of `replyText`, after its signature was checked. Codes are written in capitals. */
export const readReplyText = (text: string): ReplyClaim | undefined => {
  const [purpose = "", pack = "", subject = "", recipient = ""] = text.split(".");
  const what = word(letters.purpose, purpose);
  const who = word(letters.recipient, recipient);
  return what === undefined || who === undefined
    ? undefined
    : { purpose: what, pack, subject: subject.toUpperCase(), recipient: who };
};

/** The reverse, after the signature was checked; `undefined` for what this version of Kept does not know. */
export const readLink = (text: string): LinkClaim | undefined => {
  const [purpose = "", pack = "", subject = "", recipient = "", given = "", expires = ""] = text.split(".");
  const claim = {
    purpose: word(letters.purpose, purpose),
    recipient: word(letters.recipient, recipient),
    given: word(letters.given, given),
  };
  if (claim.purpose === undefined || claim.recipient === undefined || claim.given === undefined)
    return undefined;
  const { purpose: what, recipient: who, given: how } = claim;
  return {
    purpose: what,
    pack,
    subject,
    recipient: who,
    given: how,
    expires: fromEpoch(Number.parseInt(expires, 36) * 1000),
  };
};

const letters = {
  purpose: { appointment: "a", offer: "o", case: "c", feedback: "f" },
  recipient: { customer: "c", host: "h", thirdParty: "t" },
  given: { mail: "m", answer: "a" },
} as const;

const word = <Word extends string>(names: Readonly<Record<Word, string>>, letter: string): Word | undefined =>
  (Object.keys(names) as Word[]).find((name) => names[name] === letter);
