import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "#core/policy/shape.ts";
import { createDays, type Days } from "./days.ts";

/**
 * The days of a company as a customer of a region has them, from the documents themselves.
 * @param root the folder of the project.
 */
export const companyDays = (
  root: string,
  { timeZone, cases, holidays }: Policy,
): ((region: string) => Days) => {
  const known = new Map<string, Days>();
  const make = (region: string): Days => {
    const closed = new Set(datesFor(root, [region, region.split("-", 1)[0], holidays?.region]));
    for (const { date } of holidays?.open ?? []) closed.delete(date);
    for (const { date } of holidays?.closed ?? []) closed.add(date);
    return createDays(timeZone, cases?.hours ?? {}, closed);
  };
  return (region) => {
    const days = known.get(region) ?? make(region);
    known.set(region, days);
    return days;
  };
};

/** Of the first of these that has a table: the region, its country, the company's own. */
const datesFor = (root: string, regions: readonly (string | undefined)[]): readonly string[] =>
  regions.map((region = "") => published(root, region)).find((dates) => dates !== undefined) ?? [];

const published = (root: string, region: string): readonly string[] | undefined => {
  const file = join(root, "policies/holidays", `${region}.json`);
  if (region === "" || !existsSync(file)) return undefined;
  const table = JSON.parse(readFileSync(file, "utf8")) as { readonly days: readonly { date: string }[] };
  return table.days.map(({ date }) => date);
};
