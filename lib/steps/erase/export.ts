import type { PersonalPorts } from "#adapters/ports.ts";
import { subjectOf } from "#core/appointment/appointment.ts";
import { type HandedOut, handedOut } from "#core/erase/handed-out.ts";
import { addressKey, isTheirs, type Person } from "#core/erase/person.ts";
import { parts } from "#core/erase/progress.ts";
import { asMail, keptMailKey } from "#core/mail/entry.ts";
import type { Item } from "#core/table.ts";
import { readSubject } from "../subject.ts";
import { allUnder, mailsOf } from "./beside.ts";
import { asOwn, ownIn } from "./find.ts";

export interface Place {
  /** Of the table, from 0. */
  readonly part: number;
  /** How many of that part's things were handed out. */
  readonly after: number;
}

export interface Exported {
  readonly kept: readonly HandedOut[];
  /** Ids of mails whose raw form may still be there. */
  readonly mails: readonly string[];
  /** There is more: ask again from here. */
  readonly next?: Place;
}

/** In characters of JSON: a Lambda answers with six megabytes at most. */
const mostAtOnce = 2_000_000;

/** What is known about a person, piece by piece; looking writes nothing. */
export const exportOf = async (ports: PersonalPorts, person: Person, from: Place): Promise<Exported> => {
  const kept = await keptIn(ports, person, from.part);
  const some = asManyAsFit(kept.slice(from.after));
  const after = from.after + some.length;
  const next = after < kept.length ? { part: from.part, after } : nextPart(from);
  return {
    kept: some,
    mails: some.flatMap(({ type, id }) => (type === "kept-mail" ? [String(id)] : [])),
    ...(next !== undefined && { next }),
  };
};

const nextPart = ({ part }: Place): Place | undefined =>
  part + 1 < parts ? { part: part + 1, after: 0 } : undefined;

const asManyAsFit = (all: readonly HandedOut[]): HandedOut[] => {
  let size = 0;
  return all.filter((each, at) => {
    size += JSON.stringify(each).length;
    return at === 0 || size <= mostAtOnce;
  });
};

/** In an order that is the same each time. */
const keptIn = async (ports: PersonalPorts, person: Person, part: number): Promise<HandedOut[]> => {
  const kept: HandedOut[] = [];
  if (part === 0) kept.push(...(await underAddress(ports, person)));
  const own = (await ownIn(ports, person, part)).toSorted((one, other) => (one.pk < other.pk ? -1 : 1));
  for (const item of own) kept.push(...(await withItsOwn(ports, item)));
  return kept;
};

const underAddress = async (ports: PersonalPorts, person: Person): Promise<HandedOut[]> =>
  (await allUnder(ports, { pk: addressKey(person) })).map((item) => handedOut(item, undefined));

const withItsOwn = async (ports: PersonalPorts, item: Item): Promise<HandedOut[]> => {
  if (asOwn(item).is === "mail") return [handedOut(item, undefined)];
  const { pack, code } = subjectOf(item);
  const items = await allUnder(ports, item);
  const mails = await Promise.all(mailsOf(items).map((id) => ports.table.get(keptMailKey(pack, id))));
  return [...items, ...mails.flatMap((mail) => mail ?? [])].map((each) => handedOut(each, code));
};

/** In bytes: written in base64 it is a third more. */
const mostBytes = 3_000_000;

export interface RawPiece {
  readonly id: string;
  /** Of the whole, in bytes. */
  readonly size: number;
  readonly content: Uint8Array;
  /** The byte to go on from, while there is more. */
  readonly next?: number;
}

/** A piece of a raw mail that is this person's own, or about something of theirs; `undefined` where there is none. */
export const rawPiece = async (
  ports: PersonalPorts,
  person: Person,
  id: string,
  from: number,
): Promise<RawPiece | undefined> => {
  const item = await ports.table.get(keptMailKey(person.pack, id));
  if (item === undefined || !(await mayHave(ports, person, item))) return undefined;
  if ((await ports.rawMails.size(id)) === undefined) return undefined;
  const raw = await ports.rawMails.read(id);
  const piece = raw.subarray(from, from + mostBytes);
  const next = from + piece.length;
  return {
    id,
    size: raw.length,
    content: piece,
    ...(next < raw.length && { next }),
  };
};

const mayHave = async (ports: PersonalPorts, person: Person, item: Item): Promise<boolean> => {
  if (isTheirs(person, item)) return true;
  const { outcome, pack } = asMail(item);
  if (outcome === undefined || outcome.settled === "quarantine") return false;
  const isCase = outcome.settled === "case" || outcome.subject === "case";
  const code = outcome.settled === "case" ? outcome.number : outcome.code;
  const it = await readSubject(ports, { pack, code, ...(isCase && { subject: "case" as const }) });
  return it?.customer.email === person.email;
};
