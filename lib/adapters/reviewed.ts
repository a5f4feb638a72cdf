import type { HolidayRegion } from "#core/policy/holiday-regions.ts";
import { type HolidayTable, readHolidayTable } from "#core/policy/holiday-table.ts";
import { readPolicy } from "#core/policy/read.ts";
import { readDocument } from "./documents.ts";
import { policyVersion } from "./kept-policies.ts";
import type { DeployedPolicy } from "./ports.ts";

/** @throws when the document is no policy: the build checks them, so this is a fault. */
export const reviewedPolicy = (pack: string): DeployedPolicy => {
  const document = readDocument(pack);
  const read = readPolicy(document);
  if ("mistakes" in read) throw new Error(`a deployed policy is wrong: ${JSON.stringify(read.mistakes)}`);
  return { policy: read.policy, version: policyVersion(pack, document) };
};

/** @throws ZodError when the document is no table of holidays: the tests check them, so this is a fault. */
export const reviewedHolidays = (region: HolidayRegion): HolidayTable =>
  readHolidayTable(readDocument(`holidays/${region}`));
