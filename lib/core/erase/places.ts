import type { Item } from "#core/table.ts";

/**
 * How items of a type belong to a customer; `docs/personal-data.md` says for each what stands there.
 * `kept`: names the customer, and keeps a remainder without a name when it is erased, for what was promised is counted.
 * `whole`: names the customer (`customer`, or `customer.email`, `guest.email`), and is erased whole, with all that stands under its `pk`.
 * `mail`: a mail of theirs, erased with its raw form.
 * `beside`: stands under the `pk` of one of these, or of the customer, and goes with it.
 * `names`: names something of theirs by its code alone, and is deleted, or loses that name.
 * `nobody`: nothing of a customer's stands there.
 */
export type Belonging = "kept" | "whole" | "mail" | "beside" | "names" | "nobody";

/** Every type of item that there is. A test finds what is missing here; erasing stops at an item that is not listed. */
export const places = {
  appointment: "kept",
  case: "kept",
  waiting: "whole",
  conduct: "whole",
  meeting: "whole",
  "kept-mail": "mail",
  mail: "mail",
  quarantined: "beside",
  customer: "beside",
  "mail-answers": "beside",
  "case-count": "beside",
  pointed: "beside",
  "erasure-progress": "beside",
  change: "beside",
  version: "beside",
  words: "beside",
  send: "beside",
  "mail-on": "beside",
  token: "beside",
  elsewhere: "beside",
  answer: "names",
  task: "names",
  thread: "names",
  message: "names",
  place: "names",
  "account-no-shows": "names",
  "absence-answer": "names",
  opinion: "names",
  "article-answered": "nobody",
  account: "nobody",
  relation: "nobody",
  "contact-round": "nobody",
  network: "nobody",
  listed: "nobody",
  "mail-entry": "nobody",
  offer: "nobody",
  absence: "nobody",
  away: "nobody",
  "absence-book": "nobody",
  policy: "nobody",
  erasure: "nobody",
} as const satisfies Readonly<Record<string, Belonging>>;

export type PlaceType = keyof typeof places;

/** Days of hosts have no type: cells and codes. */
const isDay = ({ sk, type }: Item): boolean => type === undefined && sk.startsWith("day#");

/** @throws Error for a type that is not listed: what nobody has thought about must not be passed over. */
export const belonging = (item: Item): Belonging => {
  if (isDay(item)) return "nobody";
  const type = String(item["type"]);
  const known = Object.hasOwn(places, type) ? places[type as PlaceType] : undefined;
  if (known === undefined) throw new Error(`lib/core/erase/places.ts does not say what "${type}" holds`);
  return known;
};
