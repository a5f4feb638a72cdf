import type { PersonalPorts } from "#adapters/ports.ts";
import { subjectOf } from "#core/appointment/appointment.ts";
import { asCustomer } from "#core/customer/customer.ts";
import { erasedCustomer } from "#core/erase/customer.ts";
import { withoutName } from "#core/erase/named.ts";
import { addressKey, isTheirs, mentions, type Person } from "#core/erase/person.ts";
import { belonging } from "#core/erase/places.ts";
import { type Come, type Progress, parts } from "#core/erase/progress.ts";
import type { Item, Write } from "#core/table.ts";
import { untilCommitted } from "../until-committed.ts";
import { allUnder, commitEach, deleted } from "./beside.ts";

/** Takes what was theirs out of one part of the table wherever something else names it. */
export const eraseNames = async (ports: PersonalPorts, person: Person, progress: Progress): Promise<Come> => {
  const codes = new Set(progress.codes);
  const without = (item: Item): Write[] =>
    belonging(item) === "names" ? withoutName(person, codes, item) : [];
  const others: string[] = [];
  for await (const item of ports.wholeTable.part(progress.part, parts)) {
    if (!isWithin(person, item)) continue;
    if (without(item).length > 0) await withoutIt(ports, item, without);
    else if (isOthers(person, item)) others.push(subjectOf(item).code);
  }
  return { mentions: others };
};

/** Of the company that was asked; ids of the provider's belong to none. */
const isWithin = ({ pack }: Person, { pk }: Item): boolean =>
  pk.startsWith(`${pack}#`) || pk.startsWith("message#");

const withoutIt = (ports: PersonalPorts, item: Item, without: (item: Item) => Write[]): Promise<void> =>
  untilCommitted(ports, async () => {
    const now = await ports.table.get(item);
    return now === undefined ? [] : without(now);
  });

/** Somebody else's, and the address stands in it: a person has to look, for a program cannot tell whose words those are. */
const isOthers = (person: Person, item: Item): boolean =>
  item.pk !== addressKey(person) && !isTheirs(person, item) && mentions(person, item);

/** What is kept under the address itself; someone who came anew meanwhile keeps what came since. */
export const eraseCustomer = async (
  ports: PersonalPorts,
  person: Person,
  codes: readonly string[],
): Promise<void> => {
  const under = await allUnder(ports, { pk: addressKey(person) });
  await commitEach(ports, under.filter(({ sk }) => sk !== "head" && sk !== "erasure").map(deleted));
  await untilCommitted(ports, async () => {
    const head = await ports.table.get({ pk: addressKey(person), sk: "head" });
    return head === undefined ? [] : [erasedCustomer(asCustomer(head), new Set(codes))];
  });
};
