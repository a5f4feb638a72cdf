import type { ExitCode, Given } from "./command.ts";
import type { Io } from "./io.ts";
import { UsageMistake } from "./mistake.ts";

/** `kept simulate`: stories, or with `--year` a year. */
export const simulate = async (given: Given, io: Io): Promise<ExitCode> => {
  if (given.text("year") === undefined) {
    without(given, ["appointments", "cases", "seed"], "goes with --year");
    return (await import("./simulate-stories.ts")).simulateStories(given, io);
  }
  without(given, ["story"], "goes without --year");
  return (await import("./simulate-year.ts")).simulateYear(given, io);
};

const without = (given: Given, options: readonly string[], why: string): void => {
  for (const option of options)
    if (given.text(option) !== undefined) throw new UsageMistake(`--${option} ${why}`);
};
