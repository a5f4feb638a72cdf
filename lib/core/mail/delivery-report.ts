import { field, word } from "./field.ts";
import type { ReadMail } from "./mail.ts";

/** What a mail server says of one recipient of a mail that we sent. */
export interface Delivery {
  /** Lower-cased; absent where the report does not name it. */
  readonly recipient?: string;
  /** Of the mail that we sent, without brackets; absent where the report brings nothing of it back. */
  readonly messageId?: string;
  /** `delayed`: the server goes on trying, and nothing is lost yet. */
  readonly outcome: "failed" | "delayed" | "delivered";
  /** Enhanced status (RFC 3463) such as `5.1.1`, or what the form of the report tells. */
  readonly reason: string;
}

type Report = Pick<
  ReadMail,
  "headers" | "deliveryStatus" | "returned" | "text" | "subject" | "from" | "references"
>;

/**
 * In the form of RFC 3464 or of a receipt (RFC 8098). The form must be the mail's own: a human who forwards a report as a
 * file has its parts in the mail too.
 */
export const isReport = (mail: Report): boolean =>
  word(field(mail, "content-type")) === "multipart/report" ||
  (mail.deliveryStatus !== undefined && isDaemon(mail));

const isDaemon = ({ from }: Report): boolean =>
  /^(mailer-daemon|postmaster|microsoftexchange[0-9a-f]*)@/.test(from?.address ?? "");

/** Whether a mail says that one of ours was not delivered and never will be. */
export const isBounce = (mail: Report): boolean =>
  deliveriesIn(mail).some(({ outcome }) => outcome === "failed");

/** What a report says of each recipient, in whatever form it comes; empty for a mail that is none. */
export const deliveriesIn = (mail: Report): Delivery[] => {
  const messageId = returnedId(mail);
  const about = messageId === undefined ? {} : { messageId };
  if (isReport(mail) && mail.deliveryStatus !== undefined)
    return statedIn(mail.deliveryStatus).map((each) => ({ ...each, ...about }));
  const outcome = outcomeByForm(mail);
  if (outcome === undefined) return [];
  const recipient = failedRecipient(mail);
  return [{ outcome, reason: "said-in-words", ...(recipient !== undefined && { recipient }), ...about }];
};

/** RFC 3464: groups of fields, divided by blank lines; the first is about the whole mail. */
const statedIn = (status: string): Delivery[] =>
  unfolded(status.slice(0, 64_000))
    .split(/\n[ \t]*\n/)
    .slice(0, 200)
    .flatMap((group) => deliveryOf(group));

const deliveryOf = (group: string): Delivery[] => {
  const outcome = outcomes[word(lineOf(group, "action"))];
  if (outcome === undefined) return [];
  const named = lineOf(group, "original-recipient") ?? lineOf(group, "final-recipient") ?? "";
  const recipient = named
    .replace(/^[^;]{0,40};/, "")
    .replaceAll(/[<>\s]/g, "")
    .toLowerCase();
  const reason = /\d\.\d{1,3}\.\d{1,3}/.exec(lineOf(group, "status") ?? "")?.[0] ?? "no-status";
  return [{ outcome, reason, ...(recipient !== "" && { recipient }) }];
};

const outcomes: Readonly<Record<string, Delivery["outcome"]>> = {
  failed: "failed",
  delayed: "delayed",
  delivered: "delivered",
  relayed: "delivered",
  expanded: "delivered",
};

/** Exchange leaves the standard form out for some failures, and old servers never had it. */
const outcomeByForm = (mail: Report): Delivery["outcome"] | undefined => {
  if (field(mail, "x-failed-recipients") !== undefined) return "failed";
  if (!isDaemon(mail)) return undefined;
  if (delayed.test(mail.subject)) return "delayed";
  return failed.test(mail.subject) ? "failed" : undefined;
};

const delayed = /delay|still trying|vertrag|vertraagd|verzögert|retrasad|demorad/iu;
const failed =
  /undeliver|delivery.{0,30}fail|fail.{0,30}deliver|returned to sender|failure notice|mail delivery|onbestelbaar|unzustellbar|nicht zugestellt|no se puede entregar|no entregad|rebotad/iu;

const failedRecipient = (mail: Report): string | undefined => {
  const named = field(mail, "x-failed-recipients") ?? mail.text.slice(0, 4_000);
  return /[^\s<>,;:"'()[\]@]{1,64}@[^\s<>,;:"'()[\]@]{1,255}/.exec(named)?.[0].toLowerCase();
};

/** The id of our mail: in what the report brings back, in what it answers, or in its words. */
const returnedId = ({ returned, references, text }: Report): string | undefined =>
  idIn(lineOf(unfolded(returned ?? ""), "message-id")) ??
  references.at(-1) ??
  idIn(lineOf(unfolded(text.slice(0, 64_000)), "message-id"));

const idIn = (value: string | undefined): string | undefined => /<([^<>\s]{1,500})>/.exec(value ?? "")?.[1];

const unfolded = (text: string): string => text.replaceAll(/\n[ \t]+(?=\S)/g, " ");

const lineOf = (group: string, name: string): string | undefined =>
  group
    .split("\n")
    .find((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
    ?.slice(name.length + 1)
    .trim();
