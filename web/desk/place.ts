/** What the desk shows at an address. */
export type Place =
  | { readonly at: "companies" }
  | { readonly at: "day"; readonly pack: string; readonly date?: string }
  | { readonly at: "list"; readonly pack: string; readonly list: List }
  | { readonly at: "search"; readonly pack: string; readonly words: string }
  | { readonly at: "customer"; readonly pack: string; readonly email: string }
  | { readonly at: "conduct"; readonly pack: string; readonly id: string }
  | { readonly at: "case" | "session"; readonly pack: string; readonly number: string }
  | { readonly at: "nowhere" };

const lists = ["cases", "closed", "tasks", "quarantine"] as const;
export type List = (typeof lists)[number];
const things = { cases: "case", appointments: "session" } as const;

/** The place at an address. Whatever names a person stands in the fragment, which no server sees. */
export const placeOf = ({
  pathname,
  searchParams,
  hash,
}: Pick<URL, "pathname" | "searchParams" | "hash">): Place => {
  const [desk, pack, what, number, ...more] = pathname.split("/").filter((part) => part !== "");
  if (desk !== "desk" || more.length > 0) return { at: "nowhere" };
  if (pack === undefined || pack === "index.html") return { at: "companies" };
  if (what === undefined) return dayOf(pack, searchParams.get("date"));
  if (number !== undefined) return thingOf(pack, what, number);
  if (what === "search") return { at: "search", pack, words: written(hash) };
  if (what === "customer") return { at: "customer", pack, email: written(hash) };
  const list = lists.find((each) => each === what);
  return list === undefined ? { at: "nowhere" } : { at: "list", pack, list };
};

const dayOf = (pack: string, date: string | null): Place => ({
  at: "day",
  pack,
  ...(date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) && { date }),
});

const thingOf = (pack: string, what: string, id: string): Place => {
  if (what === "conduct") return { at: "conduct", pack, id };
  return what === "cases" || what === "appointments"
    ? { at: things[what], pack, number: id.toUpperCase() }
    : { at: "nowhere" };
};

const written = (hash: string): string => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
};

export const dayAddress = (pack: string, date?: string): string =>
  `/desk/${pack}${date === undefined ? "" : `?date=${date}`}`;
export const listAddress = (pack: string, list: List): string => `/desk/${pack}/${list}`;
export const caseAddress = (pack: string, number: string): string => `/desk/${pack}/cases/${number}`;
export const sessionAddress = (pack: string, code: string): string => `/desk/${pack}/appointments/${code}`;
export const searchAddress = (pack: string, words: string): string =>
  `/desk/${pack}/search#${encodeURIComponent(words)}`;
/** Everything about one customer, by the address. */
export const customerAddress = (pack: string, email: string): string =>
  `/desk/${pack}/customer#${encodeURIComponent(email)}`;
export const conductAddress = (pack: string, id: string): string => `/desk/${pack}/conduct/${id}`;
