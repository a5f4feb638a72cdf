import type { Audit, ToldEntry } from "#core/case/audit.ts";
import type { Fault } from "#core/case/chain-verdict.ts";

/** An audit for people: a line for each entry, what was written below it, the verdict last. */
export const auditText = (audit: Audit): string => {
  const who = Math.max(...audit.entries.map(({ actor }) => actor.length), 0);
  const lines = audit.entries.flatMap((entry) => [entryLine(entry, who), ...writtenLines(entry)]);
  return `${[`Case ${audit.number}: ${counted(audit.entries.length)}`, "", ...lines, "", ...verdictLines(audit)].join("\n")}\n`;
};

const counted = (entries: number): string => (entries === 1 ? "1 entry" : `${entries} entries`);

const entryLine = ({ rev, at, actor, action, reason, link, verified }: ToldEntry, who: number): string => {
  const mark = verified ? "ok" : link === undefined ? "--" : "!!";
  const what = reason === undefined ? action : `${action} (${reason})`;
  return `  ${mark}  ${String(rev).padStart(4)}  ${at}  ${printable(actor).padEnd(who)}  ${printable(what)}`;
};

const writtenLines = ({ words, erased }: ToldEntry): string[] => {
  if (erased === true) return ["              (what was written here was erased)"];
  return Object.values(words ?? {})
    .flatMap((text) => printable(String(text)).split("\n"))
    .map((line) => `              ${line}`.trimEnd());
};

/** What a stranger wrote moves no cursor of whoever reads it, and turns no line around. */
const printable = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/(?![\n\t])[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu, "\u{fffd}");

const verdictLines = ({ verified, broken, chainedFrom, chain }: Audit): string[] => [
  ...(chainedFrom === undefined
    ? []
    : [`The entries before ${chainedFrom} are from before entries were chained: nothing proves them.`]),
  verified ? "Verified: every entry is there, as it was written." : brokenLine(broken),
  ...(chain === undefined
    ? []
    : [`Its ${chain.count === 1 ? "one link ends" : `${chain.count} links end`} in ${chain.link}`]),
];

const brokenLine = (broken: Audit["broken"]): string =>
  broken === undefined ? "Not verified." : `Not verified: at entry ${broken.rev}, ${meaning[broken.why]}.`;

const meaning = {
  "entry-altered": "something is not as it was written",
  "entry-missing": "one before it is missing, or stands elsewhere",
  "entry-misplaced": "it, or what was written with it, stands in another place",
  "entry-added": "the case knows nothing of it: it was added",
  "words-altered": "the text is not the one that was written",
  "particulars-altered": "the customer or the fields of the case are no longer those that were entered here",
  "end-missing": "it stops, and the case knows of more",
  "not-chained": "the last, nothing is chained yet: the case is from before that",
} as const satisfies Record<Fault, string>;
