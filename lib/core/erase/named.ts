import { asShared, putShared } from "#core/customer/counted.ts";
import { ledgerKey } from "#core/message/send.ts";
import type { Item, Write } from "#core/table.ts";
import { mentions, type Person } from "./person.ts";

/** What is done to an item that names something of a person's by its code; nothing where it names none of it. */
export const withoutName = (person: Person, codes: ReadonlySet<string>, item: Item): Write[] => {
  const { pk, sk } = item;
  switch (item["type"]) {
    case "account-no-shows":
      return withoutRecords(codes, item);
    case "opinion":
      return mentions(person, item)
        ? [{ update: { pk, sk }, remove: ["comment"], if: { exists: true } }]
        : [];
    default:
      return namesOne(person, codes, item) ? [{ delete: { pk, sk }, if: { exists: true } }] : [];
  }
};

const namesOne = (person: Person, codes: ReadonlySet<string>, item: Item): boolean =>
  mentions(person, item) || codesIn(item).some((code) => codes.has(code));

const codesIn = ({ sk, type, about, number, code, answer }: Item & Naming): string[] => {
  switch (type) {
    case "task":
      return [about?.code ?? ""];
    case "thread":
      return [sk];
    case "message":
      return [ledgerKey(sk)?.pk.split("#")[2] ?? ""];
    case "answer":
      return valuesIn(answer);
    default:
      return [String(number ?? code)];
  }
};

interface Naming {
  readonly type?: unknown;
  readonly about?: { readonly code?: string };
  readonly number?: unknown;
  readonly code?: unknown;
  readonly answer?: unknown;
}

const valuesIn = (answer: unknown): string[] => {
  if (typeof answer === "string") return [answer];
  return typeof answer === "object" && answer !== null ? Object.values(answer).flatMap(valuesIn) : [];
};

/** Others of the account keep theirs. */
const withoutRecords = (codes: ReadonlySet<string>, item: Item): Write[] => {
  const shared = asShared(item);
  const { noShows = {}, fees = {} } = shared;
  if (![...Object.keys(noShows), ...Object.keys(fees)].some((code) => codes.has(code))) return [];
  const others = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([code]) => !codes.has(code)));
  return [putShared({ ...shared, noShows: others(noShows), fees: others(fees) })];
};
