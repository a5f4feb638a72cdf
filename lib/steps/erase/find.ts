import type { PersonalPorts } from "#adapters/ports.ts";
import { type Appointment, asAppointment } from "#core/appointment/appointment.ts";
import { asCase, type Case, isOver } from "#core/case/case.ts";
import { listedNumber, listKey, openOnes } from "#core/case/listed.ts";
import { isTheirs, type Person } from "#core/erase/person.ts";
import { belonging } from "#core/erase/places.ts";
import { parts } from "#core/erase/progress.ts";
import type { Item } from "#core/table.ts";
import { type Entry, stillWaits } from "#core/waiting/entry.ts";
import { readAppointment } from "../appointment.ts";
import { readCase } from "../case/read.ts";
import { readCustomerHead } from "../limits.ts";
import { readEntry } from "../waiting/read.ts";

/**
 * What is a person's own in one part of the table: the heads of their sessions, cases and so on, and their mails.
 * @throws Error when there is an item that nobody has said anything about.
 */
export const ownIn = async (
  { wholeTable }: Pick<PersonalPorts, "wholeTable">,
  person: Person,
  part: number,
): Promise<Item[]> => {
  const own: Item[] = [];
  for await (const item of wholeTable.part(part, parts)) {
    belonging(item);
    if (isTheirs(person, item)) own.push(item);
  }
  return own;
};

/** What is still to come or to be done for somebody. */
export interface StillOpen {
  readonly appointments: readonly Appointment[];
  readonly cases: readonly Case[];
  readonly places: readonly Entry[];
}

/** By the lists that there are: strongly consistent, and in one request. */
export const stillOpen = async (ports: PersonalPorts, person: Person): Promise<StillOpen> => {
  const { pack, email } = person;
  const now = ports.now();
  const customer = await readCustomerHead(ports, pack, email);
  const sessions = await Promise.all(customer.open.map((code) => readAppointment(ports, { pack, code })));
  const waiting = await Promise.all((customer.waiting ?? []).map((code) => readEntry(ports, { pack, code })));
  return {
    appointments: sessions.flatMap((it) => (it?.status === "booked" && it.start > now ? [it] : [])),
    cases: await openCases(ports, person),
    places: waiting.flatMap((entry) => (entry !== undefined && stillWaits(entry, now) ? [entry] : [])),
  };
};

/** At once: each of them costs a read. */
const together = 25;

const openCases = async (ports: PersonalPorts, { pack, email }: Person): Promise<Case[]> => {
  const numbers = (await ports.table.list(listKey(pack), openOnes.from, openOnes.to)).map(listedNumber);
  const found: Case[] = [];
  for (let at = 0; at < numbers.length; at += together) {
    const some = numbers.slice(at, at + together).map((number) => readCase(ports, { pack, number }));
    for (const it of await Promise.all(some))
      if (it !== undefined && !isOver(it) && it.customer.email === email) found.push(it);
  }
  return found;
};

export type Own =
  | { readonly is: "appointment"; readonly it: Appointment }
  | { readonly is: "case"; readonly it: Case }
  | { readonly is: "mail"; readonly it: Item }
  | { readonly is: "whole"; readonly it: Item };

/** An item that `isTheirs`, as what it is. */
export const asOwn = (item: Item): Own => {
  if (item["type"] === "appointment") return { is: "appointment", it: asAppointment(item) };
  if (item["type"] === "case") return { is: "case", it: asCase(item) };
  return belonging(item) === "mail" ? { is: "mail", it: item } : { is: "whole", it: item };
};
