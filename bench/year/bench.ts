import { join } from "node:path";
import { yearsCompanies } from "#cli/year/companies.ts";
import type { PlayedYear } from "#cli/year/play-company.ts";
import { playYear } from "#cli/year/play-year.ts";
import type { Bench, Figure } from "../figure.ts";
import { synthesized } from "../shared/database.ts";
import { wire } from "./wire.ts";

const root = join(import.meta.dirname, "../..");

/** The longest that a year of 10 000 appointments and 1 000 cases may take. */
const mostSeconds = 15;

/** A year of all companies, every step real, over tables in memory. */
export const bench: Bench = async ({ quick }) => {
  const small = await played(quick ? 100 : 1_000, quick ? 10 : 100);
  const whole = quick ? small : await played(10_000, 1_000);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const { judged, faults } = judgement(whole.years);
  const alone = { peer: null, ratio: null, goal: null, met: null };
  return [
    {
      ...alone,
      name: "year",
      value: whole.seconds,
      unit: "s",
      goal: `≤ ${mostSeconds} s`,
      met: whole.seconds <= mostSeconds,
      note: `${whole.of}; one run, not a median`,
    },
    {
      ...alone,
      name: "year, judged",
      value: faults,
      unit: "early, late, twice or unaccounted for",
      goal: "0",
      met: faults === 0,
      note: `${judged} messages of cases compared with a second count that runs nothing of the core; each promise of an appointment has an end, and each end a message or a reason`,
    },
    {
      ...alone,
      name: "year, memory",
      value: memory,
      unit: "MB at most",
    },
    growth(small, whole),
    await wire(synthesized(), { quick }),
  ];
};

interface Played {
  readonly years: readonly PlayedYear[];
  readonly seconds: number;
  readonly count: number;
  readonly of: string;
}

const played = async (appointments: number, cases: number): Promise<Played> => {
  const companies = yearsCompanies(undefined, { appointments, cases });
  const began = performance.now();
  const years = await playYear(synthesized(), companies, { year: 2026, seed: 1, root });
  const seconds = (performance.now() - began) / 1000;
  return {
    years,
    seconds,
    count: appointments + cases,
    of: `${appointments} appointments and ${cases} cases`,
  };
};

const judgement = (years: readonly PlayedYear[]) => {
  const cases = years.flatMap(({ cases: of }) => (of === undefined ? [] : [of.judged]));
  const faults = cases.reduce(
    (sum, { early, late, twice, missing }) => sum + early + late + twice + missing,
    0,
  );
  return {
    judged: cases.reduce((sum, { compared }) => sum + compared, 0),
    faults: faults + years.reduce((sum, { unaccounted }) => sum + unaccounted.length, 0),
  };
};

/** How much longer each appointment or case takes where there are more of them: 1 is linear. */
const growth = (small: Played, whole: Played): Figure => ({
  name: "year, growth",
  value: whole.seconds / whole.count / (small.seconds / small.count),
  unit: "times as long for each",
  peer: small.of,
  ratio: null,
  goal: null,
  met: null,
  note: `${whole.of} against ${small.of}, which took ${small.seconds.toFixed(1)} s; 1 is linear, and the first has the start in it`,
});
