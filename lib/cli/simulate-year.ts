import { until } from "#core/time.ts";
import type { ExitCode, Given } from "./command.ts";
import type { Io } from "./io.ts";
import { UsageMistake } from "./mistake.ts";
import { yearsCompanies } from "./year/companies.ts";
import type { Watch } from "./year/play-company.ts";
import { playYear } from "./year/play-year.ts";
import type { YearsCompany } from "./year/wishes.ts";
import { yearText } from "./year/year-text.ts";

/** 1 when anything that was due is unaccounted for. Without a pack all companies have their year, and the data is a list. */
export const simulateYear = async (given: Given, io: Io): Promise<ExitCode> => {
  const settings = {
    // Four digits, and years that the tables of holidays hold: cases of December reach into the next.
    year: whole(given, "year", 2026, [2024, 2029]),
    seed: whole(given, "seed", 1, [0, 2 ** 31]),
    root: io.root,
  };
  const companies = yearsCompanies(given.positionals[0], {
    appointments: asked(given, "appointments"),
    cases: asked(given, "cases"),
  });
  const assembly = await io.assembly();
  const began = io.now();
  const played = await playYear(assembly, companies, settings, progress(companies, io));
  io.progress?.("");
  io.note(pace(companies, until(began, io.now())));
  const data = given.positionals[0] === undefined ? played : played[0];
  io.out(given.flag("json") ? `${JSON.stringify(data, undefined, 2)}\n` : played.map(yearText).join("\n"));
  return played.every(({ unaccounted }) => unaccounted.length === 0) ? 0 : 1;
};

const asked = (given: Given, option: "appointments" | "cases"): number | undefined =>
  given.text(option) === undefined ? undefined : whole(given, option, 0, [0, 100_000]);

const whole = (given: Given, option: string, otherwise: number, [least, most]: [number, number]): number => {
  const text = given.text(option) ?? String(otherwise);
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageMistake(`--${option} is "${text}"; give a whole number from ${least} to ${most}`);
};

const barWidth = 30;

/** One line, rewritten every day of the year; nothing where nobody watches. */
const progress =
  (companies: readonly YearsCompany[], { progress: show }: Io): Watch =>
  (begun) => {
    const done = Math.round((begun / allOf(companies)) * barWidth);
    show?.(`${"█".repeat(done)}${"░".repeat(barWidth - done)} ${begun} of ${allOf(companies)}`);
  };

const allOf = (companies: readonly YearsCompany[]): number =>
  companies.reduce((sum, { appointments, cases }) => sum + appointments + cases, 0);

/** "900 appointments and 100 cases in 8.0 s, 125 a second". */
const pace = (companies: readonly YearsCompany[], milliseconds: number): string => {
  if (milliseconds <= 0) return "";
  const parts = (["appointments", "cases"] as const)
    .map((what) => [companies.reduce((sum, each) => sum + each[what], 0), what] as const)
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`);
  const perSecond = Math.round((allOf(companies) * 1000) / milliseconds);
  return `${parts.join(" and ")} in ${(milliseconds / 1000).toFixed(1)} s, ${perSecond} a second\n`;
};
