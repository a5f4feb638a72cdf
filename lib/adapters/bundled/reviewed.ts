import type { HolidayRegion } from "#core/policy/holiday-regions.ts";
import type { HolidayTable } from "#core/policy/holiday-table.ts";
import { readDocument } from "../documents.ts";
import type { DeployedPolicy } from "../ports.ts";

/**
 * Stands in for reading policies and tables of holidays in bundles: the build has read and checked them, and left beside
 * the bundle what came of it. Doing so again at each cold start would take longer than all else in it.
 */
export const reviewedPolicy = (pack: string): DeployedPolicy =>
  readDocument(`read/${pack}`) as DeployedPolicy;

export const reviewedHolidays = (region: HolidayRegion): HolidayTable =>
  readDocument(`read/holidays/${region}`) as HolidayTable;
