/** One year in a process of its own: `node bench/growth/one.ts APPOINTMENTS`, and what it took goes to standard output as JSON. */
import { join } from "node:path";
import { yearsCompanies } from "#cli/year/companies.ts";
import { playYear } from "#cli/year/play-year.ts";
import { synthesized } from "../shared/database.ts";

const companies = yearsCompanies(undefined, { appointments: Number(process.argv[2]), cases: 0 });
const assembly = synthesized();
const before = process.cpuUsage();
const root = join(import.meta.dirname, "../..");
const years = await playYear(assembly, companies, { year: 2026, seed: 1, root });
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    hosts: years.reduce((sum, { hosts }) => sum + hosts, 0),
    unaccounted: years.reduce((sum, { unaccounted }) => sum + unaccounted.length, 0),
  }),
);
