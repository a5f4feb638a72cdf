import { availableParallelism } from "node:os";
import type { Assembly } from "#local/assembly.ts";
import { startThread } from "./company-thread.ts";
import { type PlayedYear, playCompany, type Watch, type YearSettings } from "./play-company.ts";
import type { YearsCompany } from "./wishes.ts";

/**
 * A year of each company, in their order. As many play at once as there are threads, the largest first and in this one;
 * what comes of it is the same however many there are.
 */
export const playYear = async (
  assembly: Assembly,
  companies: readonly YearsCompany[],
  settings: YearSettings,
  watch: Watch = () => {},
  threads = threadsFor(companies),
): Promise<PlayedYear[]> => {
  const years = new Map<YearsCompany, PlayedYear>();
  const left = companies.toSorted((one, other) => load(other) - load(one)).values();
  const progress = addedUp(watch);
  const others = Array.from({ length: threads - 1 }, () => startThread(assembly, settings));
  const inTurn = async (play: typeof playHere): Promise<void> => {
    for (const company of left) years.set(company, await play(company, progress()));
  };
  const playHere = (company: YearsCompany, daily: Watch) => playCompany(assembly, company, settings, daily);
  try {
    await Promise.all([inTurn(playHere), ...others.map(({ play }) => inTurn(play))]);
  } finally {
    await Promise.all(others.map(({ end }) => end()));
  }
  return companies.map((company) => years.get(company) as PlayedYear);
};

/** In appointments: a case is some four of them. */
const load = ({ appointments, cases }: YearsCompany): number => appointments + 4 * cases;

/** A thread reads all modules anew, which takes as long as some hundred appointments. */
const worthAThread = 500;

const threadsFor = (companies: readonly YearsCompany[]): number =>
  Math.max(
    1,
    Math.min(availableParallelism(), companies.filter((each) => load(each) >= worthAThread).length),
  );

/** One watch for each company, whose counts are added up. */
const addedUp = (watch: Watch): (() => Watch) => {
  const counts: number[] = [];
  return () => {
    const place = counts.push(0) - 1;
    return (begun) => {
      counts[place] = begun;
      watch(counts.reduce((sum, each) => sum + each, 0));
    };
  };
};
