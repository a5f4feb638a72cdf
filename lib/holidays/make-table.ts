import Holidays from "date-holidays";
import { countries } from "./regions.ts";
import review from "./review.json" with { type: "json" };

interface Day {
  readonly date: string;
  readonly name: string;
}

/** Where the source is wrong, by region: what a person added to it and took away. */
const reviewed: Readonly<
  Record<string, { readonly add: readonly Day[]; readonly remove: readonly string[] }>
> = review;

/** Every table that is made by machine, by its ISO 3166-2 region. */
export const madeRegions = (): string[] =>
  Object.entries(countries).flatMap(([country, { whole, regions }]) => [
    ...(whole ? [country] : []),
    ...regions.map((region) => `${country}-${region}`),
  ]);

/**
 * The document of a region's table, as it stands in `policies/holidays`.
 * @throws RangeError when no country of that code is known.
 */
export const makeTable = (region: string, years: { from: number; to: number }) => {
  const [code = "", state] = region.split("-");
  const country = countries[code];
  if (country === undefined) throw new RangeError(`no country for "${region}"`);
  const { source, language, expectedFrom } = country;
  return {
    region,
    version: "2026-1",
    years,
    ...(expectedFrom !== undefined && { expectedFrom }),
    source,
    attribution:
      "Made from date-holidays 3.37.0 by commenthol (data CC BY-SA 3.0, most of it from Wikipedia), then reviewed and changed for Kept; this table is under the same licence",
    days: afterReview(region, published(holidaysOf(code, state, language), years)),
  };
};

const holidaysOf = (country: string, state: string | undefined, language: string): Holidays =>
  state === undefined
    ? new Holidays(country, { languages: [language] })
    : new Holidays(country, state, { languages: [language] });

/** Public holidays alone: neither those of banks or schools, nor days that are merely observed. */
const published = (holidays: Holidays, { from, to }: { from: number; to: number }): Day[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => holidays.getHolidays(from + nth))
    .flat()
    .filter(({ type }) => type === "public")
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));

const afterReview = (region: string, days: readonly Day[]): Day[] => {
  const { add, remove } = reviewed[region] ?? { add: [], remove: [] };
  const byDate = new Map<string, string>();
  for (const { date, name } of [...days.filter(({ date: each }) => !remove.includes(each)), ...add])
    byDate.set(date, byDate.has(date) ? `${byDate.get(date)}, ${name}` : name);
  return Array.from(byDate, ([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
};

/** One day a line, as the tables written by hand are. */
export const tableText = ({ days, ...head }: ReturnType<typeof makeTable>): string => {
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const rows = days.map(({ date, name }) => `    { "date": "${date}", "name": ${JSON.stringify(name)} }`);
  return `{\n${lines.join("\n")}\n  "days": [\n${rows.join(",\n")}\n  ]\n}\n`;
};
