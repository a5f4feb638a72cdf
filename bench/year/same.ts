import type { Item } from "#core/table.ts";
import { sameAnswers } from "../measure.ts";
import { caseOf, numbersOf, renamed } from "./numbers.ts";
import type { Seen, Told } from "./sample.ts";

/** What nobody can guess, and is another in each run: ids of messages and of runs, task tokens, salts, and what is chained by them. */
const chance = [
  "attendanceToken",
  "claim",
  "evidence",
  "link",
  "messageId",
  "particularsDigest",
  "salt",
  "token",
  "wordsDigest",
];

/** The provider's reports of delivery, which the one in memory does not send. */
const reports = ["deliveredAt", "events"];

/** @throws Error with the first message, item or refusal that one of the two worlds has and the other has not. */
export const sameWorlds = (ours: Seen, theirs: Seen): void => {
  sameAnswers("refusals", ours.refused, theirs.refused);
  sameAnswers("messages", ours.told.map(message).toSorted(), theirs.told.map(message).toSorted());
  sameAnswers("the table", standings(ours.items), standings(theirs.items));
};

/** Addresses of pages differ by where they are served, and by the key that signs them. */
const message = ({ at, to, kind, promise, subject, text }: Told): string =>
  JSON.stringify([
    at,
    to,
    kind,
    // The number of the change that a case's message is about: see `numbersOf`.
    promise.startsWith(`${kind}-`) ? promise.replace(/-\d+(?:-\d+)?$/, "") : promise,
    subject,
    text
      .replaceAll("\r\n", "\n")
      .replaceAll(/https?:\/\/\S+/g, "…")
      .trim(),
  ]);

const standings = (items: readonly Item[]): string[] => {
  const numbers = numbersOf(items);
  return items.map((item) => standing(item, numbers.get(caseOf(item)))).toSorted();
};

/** What leads from a message's id back to the ledger has only that id for a name. */
const standing = ({ pk, sk, ...item }: Item, numbers: ReadonlyMap<number, number> | undefined): string => {
  const isNumber = (name: string): boolean => name === "entry" || (name === "rev" && item["type"] !== "case");
  const comparable = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(comparable);
    return Object.entries(value)
      .filter(([name, inner]) => inner !== undefined && !chance.includes(name) && !reports.includes(name))
      .map(([name, inner]): [string, unknown] => [
        renamed(name, numbers),
        isNumber(name) ? (numbers?.get(Number(inner)) ?? inner) : comparable(inner),
      ])
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  };
  return JSON.stringify([
    item["type"] === "message" ? "message" : pk,
    renamed(sk, numbers),
    comparable(item),
  ]);
};
