import type { Entry, Mail, StaffCase } from "../answers.ts";
import { said, whoIs } from "../words.ts";

/** Something that happened to a case: an entry of the audit, or a mail. */
export interface Happened {
  readonly at: string;
  readonly title: string;
  /** What else is to be known, each in a line. */
  readonly more: readonly string[];
  /** What somebody wrote, with what it is. */
  readonly words: readonly (readonly [what: string, text: string])[];
}

/** All that happened, the newest first; of the same moment, the act before the mail that it brought. */
export const eventsOf = ({ timeline, mails }: Pick<StaffCase, "timeline" | "mails">): Happened[] =>
  [...timeline.map(acted), ...mails.map(mailed)].toSorted((one, other) => (one.at < other.at ? 1 : -1));

const acted = ({ at, actor, action, reason, words = {} }: Entry): Happened => ({
  at,
  title: `${said(action)}, by ${whoIs(actor)}`,
  more: reason === undefined ? [] : [`Because: ${said(reason)}`],
  words: Object.entries(words).map(([what, text]) => [said(what), textOf(text)]),
});

/** Most are text; who else was asked, and what something costs, has parts. */
const textOf = (words: unknown): string =>
  typeof words === "object" && words !== null ? Object.values(words).map(String).join(", ") : String(words);

const mailed = (mail: Mail): Happened => ({
  at: mail.at,
  title: mail.direction === "in" ? cameIn(mail) : wentOut(mail),
  more: [
    ...(mail.proven === false ? ["Nobody has proven that it is from them"] : []),
    ...(mail.anotherAddress === true ? ["From another address than the one that is known"] : []),
    ...(mail.maybeAbout === undefined ? [] : [`It may belong to ${mail.maybeAbout}`]),
    ...(mail.files ?? []).map(({ name, size }) => `File ${name}, ${Math.ceil(size / 1024)} KB`),
  ],
  words: [],
});

const cameIn = ({ who, subject, meant }: Mail): string =>
  [`Mail from ${who ?? "somebody"}`, meant && said(meant).toLowerCase(), subject && `“${subject}”`]
    .filter(Boolean)
    .join(", ");

/** What the ledger says of a mail, for people. */
const sent: Readonly<Record<string, string>> = {
  claimed: "is going out",
  sent: "went out",
  failed: "was refused",
  unknown: "may have gone out, nobody knows",
  bounced: "came back",
};

const wentOut = ({ who, kind, id, state = "" }: Mail): string =>
  `Mail “${said(kind ?? id)}” to ${who ?? "somebody"} ${sent[state] ?? state}`;
