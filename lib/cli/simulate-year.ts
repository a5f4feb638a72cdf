import { day, epoch, until } from "#core/time.ts";
import type { ExitCode, Given } from "./command.ts";
import { packWithAppointments } from "./deployed-pack.ts";
import type { Io } from "./io.ts";
import { Mistake, UsageMistake } from "./mistake.ts";
import { playYear, type Watch, type YearSettings } from "./year/play-year.ts";
import { yearText } from "./year/year-text.ts";

/** 1 when anything that was due is unaccounted for. */
export const simulateYear = async (given: Given, io: Io): Promise<ExitCode> => {
  const settings = yearSettings(given);
  const deployed = packWithAppointments(given.positionals[0]);
  const rules = deployed.policy.appointments;
  if (rules === undefined) throw new Mistake(`${deployed.policy.company} takes no appointments`);
  const assembly = await io.assembly();
  const began = io.now();
  const played = await playYear(assembly, deployed, rules, settings, progress(settings, io));
  io.progress?.("");
  pace(settings, until(began, io.now()), io);
  io.out(given.flag("json") ? `${JSON.stringify(played, undefined, 2)}\n` : yearText(played));
  return played.unaccounted.length === 0 ? 0 : 1;
};

/** Four digits, and years that calendars agree on. */
const yearSettings = (given: Given): YearSettings => ({
  year: whole(given, "year", 2026, [2000, 2099]),
  appointments: whole(given, "appointments", 1000, [1, 100_000]),
  seed: whole(given, "seed", 1, [0, 2 ** 31]),
});

const whole = (given: Given, option: string, otherwise: number, [least, most]: [number, number]): number => {
  const text = given.text(option) ?? String(otherwise);
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageMistake(`--${option} is "${text}"; give a whole number from ${least} to ${most}`);
};

const barWidth = 30;

/** One line, rewritten every day of the year; nothing where nobody watches. */
const progress =
  ({ year, appointments }: YearSettings, { progress: show }: Io): Watch =>
  (now, begun) => {
    const share = Math.min(1, (epoch(now) - Date.UTC(year, 0)) / (365 * day));
    const done = Math.round(share * barWidth);
    show?.(
      `${"█".repeat(done)}${"░".repeat(barWidth - done)} ${now.slice(0, 10)}  ${begun} of ${appointments}`,
    );
  };

const pace = ({ appointments }: YearSettings, milliseconds: number, { note }: Io): void => {
  if (milliseconds <= 0) return;
  const perSecond = Math.round((appointments * 1000) / milliseconds);
  note(`${appointments} appointments in ${(milliseconds / 1000).toFixed(1)} s, ${perSecond} a second\n`);
};
