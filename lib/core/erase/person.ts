import { customerKey } from "#core/customer/customer.ts";
import type { Item } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type Belonging, belonging } from "./places.ts";

/** One customer of a company. */
export interface Person {
  readonly pack: string;
  /** Lower-cased. */
  readonly email: string;
}

interface Named {
  readonly customer?: string | { readonly email?: string };
  readonly guest?: { readonly email?: string };
  readonly from?: string | { readonly address?: string };
  readonly sender?: string;
  readonly outcome?: { readonly pack?: string };
}

/** Whether an item is something of this person's own: found by their address, at the company that was asked. */
export const isTheirs = (person: Person, item: Item): boolean => {
  const addresses = addressesIn[belonging(item)];
  return (
    addresses !== undefined &&
    isIn(person.pack, item) &&
    addresses(item).some((each) => isAddress(each, person.email))
  );
};

const subjects = ({ customer, guest }: Item & Named): Addresses => [
  typeof customer === "string" ? customer : customer?.email,
  guest?.email,
];

type Addresses = readonly (string | undefined)[];

/** By what an item is found that is somebody's own. */
const addressesIn: Readonly<Partial<Record<Belonging, (item: Item & Named) => Addresses>>> = {
  kept: subjects,
  whole: subjects,
  mail: ({ from, sender }) => [address(from), sender],
};

/** What is known of a mail before it is anybody's stands under no company. */
const isIn = (pack: string, { pk, outcome }: Item & Named): boolean =>
  pk.startsWith(`${pack}#`) || (pk.startsWith("mail#") && outcome?.pack === pack);

const address = (from: Named["from"]): string | undefined =>
  typeof from === "string" ? from : from?.address;

/** Alone, or in angle brackets behind a name. */
const isAddress = (text: string | undefined, email: string): boolean => {
  const written = text?.trim().toLowerCase() ?? "";
  return written === email || written.endsWith(`<${email}>`);
};

/** When it came to be. What came after somebody asked to be forgotten is a beginning of its own. */
export const cameAt = (item: Item): Instant | undefined => {
  const { terms } = item as { terms?: { acceptedAt?: Instant } };
  const said = ["registeredAt", "joinedAt", "reportedAt", "receivedAt"].map((name) => item[name]);
  return terms?.acceptedAt ?? (said.find((each) => each !== undefined) as Instant | undefined);
};

/** Whether the address stands anywhere in it. */
export const mentions = ({ email }: Person, item: Item): boolean =>
  JSON.stringify(item).toLowerCase().includes(email);

/** Where everything stands that is kept under the address itself. */
export const addressKey = ({ pack, email }: Person): string => customerKey(pack, email).pk;

export const mentionsAddress = ({ email }: Person, text: string): boolean =>
  text.toLowerCase().includes(email);
