import type { PlayedYear } from "./play-year.ts";
import type { Counts } from "./tally.ts";

const states = ["kept", "late", "skipped", "void", "failed", "unknown", "open"] as const;

/** A year for a reader: what customers did, what was promised and what became of it. */
export const yearText = (year: PlayedYear): string => {
  const { promises, changes, refused, tasks, unaccounted } = year;
  const blocks = [
    [headline(year)],
    block("What customers and staff did", changes),
    block("Not possible", refused),
    [`Promises: ${promises.made}`, ...table(promises.byPromise, promises.byState)],
    block("Why", promises.reasons),
    block("Left to a person", tasks),
    [
      unaccounted.length === 0
        ? "Everything that was due is accounted for."
        : `NOT accounted for: ${unaccounted.length}`,
      ...unaccounted.slice(0, mostShown).map((each) => `  ${each}`),
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
};

/** The data has them all. */
const mostShown = 20;

const headline = ({ company, year, appointments, seed, hosts }: PlayedYear): string =>
  `${company} in ${year}: ${appointments} wishes for an appointment, ${hosts} hosts, seed ${seed}`;

const block = (title: string, counts: Counts): string[] => {
  const rows = Object.entries(counts);
  return rows.length === 0 ? [] : [title, ...rows.map(([name, count]) => `  ${number(count)}  ${name}`)];
};

const table = (byPromise: Readonly<Record<string, Counts>>, byState: Counts): string[] => {
  const names = [...Object.keys(byPromise), "in all"];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const row = (name: string, counts: Counts): string =>
    `  ${name.padEnd(width)}${states.map((state) => number(counts[state] ?? 0)).join("  ")}`;
  return [
    `  ${"".padEnd(width)}${states.map((state) => state.padStart(numberWidth)).join("  ")}`,
    ...Object.entries(byPromise).map(([name, counts]) => row(name, counts)),
    row("in all", byState),
  ];
};

const numberWidth = 7;

const number = (count: number): string => String(count).padStart(numberWidth);
