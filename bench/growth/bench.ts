import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Bench, Figure } from "../figure.ts";

/** How a year's time and memory grow with what comes in it. Processor time, for the longest takes minutes. */
export const bench: Bench = async ({ quick }) => {
  const sizes = quick ? [50, 100] : [1_000, 10_000, 100_000];
  const years = sizes.map(played);
  return years.map((each) => figure(each, years[0] ?? each));
};

interface Played {
  readonly appointments: number;
  /** Of the processor. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly hosts: number;
  readonly unaccounted: number;
}

/** A table in memory keeps all of the year: the largest needs more than the 4 GB that Node gives by itself. */
const room = "--max-old-space-size=12288";

/** Each in a process of its own, so that its peak of memory is its own. */
const played = (appointments: number): Played => {
  process.stderr.write(`  ${appointments} appointments …\n`);
  const one = spawnSync(process.execPath, [room, join(import.meta.dirname, "one.ts"), String(appointments)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (one.status !== 0) throw new Error(`a year of ${appointments} appointments did not end`);
  return { appointments, ...(JSON.parse(one.stdout) as Omit<Played, "appointments">) };
};

const figure = (year: Played, first: Played): Figure => {
  const each = ({ seconds, appointments }: Played): number => (seconds * 1000) / appointments;
  return {
    name: `growth, ${year.appointments.toLocaleString("en")} appointments`,
    value: each(year),
    unit: "ms of the processor for each",
    peer: null,
    ratio: null,
    goal: null,
    met: null,
    note: `${year.seconds.toFixed(1)} s, ${year.megabytes} MB at most, ${year.hosts} hosts, ${year.unaccounted} unaccounted for; ${(each(year) / each(first)).toFixed(2)} times the first, 1 is linear`,
  };
};
