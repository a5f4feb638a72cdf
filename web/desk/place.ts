/** What the desk shows at an address. */
export type Place =
  | { readonly at: "companies" }
  | { readonly at: "day"; readonly pack: string; readonly date?: string }
  | { readonly at: "cases" | "closed" | "tasks" | "quarantine"; readonly pack: string }
  | { readonly at: "search"; readonly pack: string; readonly words: string }
  | { readonly at: "case" | "session"; readonly pack: string; readonly number: string }
  | { readonly at: "nowhere" };

const lists = ["cases", "closed", "tasks", "quarantine"] as const;
const things = { cases: "case", appointments: "session" } as const;

/**
 * The place at an address. What is searched for stands in the fragment, which no server sees: it is often a person's
 * name or e-mail address.
 */
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
  const list = lists.find((each) => each === what);
  return list === undefined ? { at: "nowhere" } : { at: list, pack };
};

const dayOf = (pack: string, date: string | null): Place => ({
  at: "day",
  pack,
  ...(date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) && { date }),
});

const thingOf = (pack: string, what: string, number: string): Place =>
  what === "cases" || what === "appointments"
    ? { at: things[what], pack, number: number.toUpperCase() }
    : { at: "nowhere" };

const written = (hash: string): string => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
};

export const dayAddress = (pack: string, date?: string): string =>
  `/desk/${pack}${date === undefined ? "" : `?date=${date}`}`;
export const listAddress = (pack: string, list: (typeof lists)[number]): string => `/desk/${pack}/${list}`;
export const caseAddress = (pack: string, number: string): string => `/desk/${pack}/cases/${number}`;
export const sessionAddress = (pack: string, code: string): string => `/desk/${pack}/appointments/${code}`;
export const searchAddress = (pack: string, words: string): string =>
  `/desk/${pack}/search#${encodeURIComponent(words)}`;
