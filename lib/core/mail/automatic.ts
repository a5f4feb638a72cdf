import { calendarReply } from "./calendar-reply.ts";
import { isBounce, isReport } from "./delivery-report.ts";
import { field, hasField, word } from "./field.ts";
import type { Arrival, ReadMail } from "./mail.ts";

/** What kind of machine wrote a mail. Stable words. */
export type AutomaticKind =
  | "our-own"
  | "bounce"
  | "delivery-report"
  | "calendar-reply"
  | "out-of-office"
  | "list"
  | "auto-generated";

/** Stands in every mail of ours, so that it is known when it comes back. */
export const ownMark = "X-Kept-Message";

/**
 * What kind of machine wrote a mail; `undefined` for a human. Over-caution costs as much as a loop: what a mail server
 * forwarded, what asks for no automatic answer, and what merely carries a list's footer stays a human's.
 */
export const automaticKind = (
  mail: ReadMail,
  { sender, forwardedBy }: Pick<Arrival, "sender" | "forwardedBy">,
): AutomaticKind | undefined => {
  if (hasField(mail, ownMark.toLowerCase())) return "our-own";
  if (isReport(mail)) return isBounce(mail) ? "bounce" : "delivery-report";
  if (isBounce(mail)) return "bounce";
  if (calendarReply(mail.calendar) !== undefined) return "calendar-reply";
  const submitted = word(field(mail, "auto-submitted"));
  if (notByMachine.has(submitted)) return undefined;
  if (isOutOfOffice(mail, submitted)) return "out-of-office";
  if (isList(mail, forwardedBy)) return "list";
  return isMachine(mail, submitted, sender) ? "auto-generated" : undefined;
};

/** What a rule of a mailbox hands on was written by whoever wrote it. */
const notByMachine = new Set(["no", "auto-forwarded"]);

/** RFC 5230 and RFC 3834, and what was written before them. */
const isOutOfOffice = (mail: ReadMail, submitted: string): boolean =>
  submitted === "auto-replied" ||
  precedence(mail) === "auto_reply" ||
  hasField(mail, "x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-autoreply-from") ||
  absence.test(mail.subject);

/** What Outlook, Exchange and Gmail write before the subject in our languages, and no human would. */
const absence =
  /^(automatic reply|auto(-| )?reply|out of (the )?office|automatisch antwoord|afwezigheidsbericht|afwezig|automatische antwort|abwesenheitsnotiz|abwesenheitsnachricht|respuesta autom[aá]tica|fuera de la oficina|r[eé]ponse automatique)\s*[:：]|^automatisches antwort\s*:|^\[?ooo\]?:/iu;

/**
 * RFC 2919 and 2369. Where a company's mailbox is itself a list, as groups of Google's are, each mail of a human comes with
 * the marks of that list.
 */
export const isList = (mail: ReadMail, forwardedBy: string | undefined): boolean => {
  const sentInBulk = ["bulk", "junk"].includes(precedence(mail));
  if (forwardedBy !== undefined) return sentInBulk;
  return (
    sentInBulk ||
    precedence(mail) === "list" ||
    hasField(mail, "list-id", "list-unsubscribe", "list-post", "mailing-list")
  );
};

const precedence = (mail: ReadMail): string => word(field(mail, "precedence"));

const isMachine = (mail: ReadMail, submitted: string, sender: string): boolean =>
  submitted !== "" ||
  hasField(mail, "x-loop") ||
  isNobody(mail.from?.address ?? sender) ||
  (sender === "" && !hasBeenForwarded(mail));

/** Some servers forward with an empty sender, so that no report of theirs comes back. */
const hasBeenForwarded = ({ headers }: ReadMail): boolean =>
  headers.some(({ name }) => name.startsWith("resent-") || name.startsWith("x-forwarded-"));

const nobody =
  /^(mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|nao-responder|no[-_.]?responder|noresponder|geen[-_.]?antwoord|niet[-_.]?beantwoorden|nicht[-_.]?antworten|keine[-_.]?antwort|bounces?|auto[-_.]?(reply|responder))([-+_.=].*)?@/;

/** Whether nobody reads what is sent there, by the address itself. */
export const isNobody = (address: string): boolean => nobody.test(address.toLowerCase());
