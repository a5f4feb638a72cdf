import type { CaseTally } from "./cases/case-tally.ts";
import type { Counts } from "./counts.ts";
import type { PlayedYear } from "./play-company.ts";

const states = ["kept", "late", "skipped", "void", "failed", "unknown", "open"] as const;
const milestoneStates = ["kept", "late", "broken", "void", "open"] as const;

/** A year for a reader: what customers did, what was promised and what became of it. */
export const yearText = (year: PlayedYear): string => {
  const { promises, changes, refused, tasks, unaccounted, cases } = year;
  const blocks = [
    [headline(year)],
    block("What customers and staff did", changes),
    block("Not possible", refused),
    ...(promises.made === 0
      ? []
      : [[`Promises: ${promises.made}`, ...table(states, promises.byPromise, promises.byState)]]),
    block("Why", promises.reasons),
    ...(cases === undefined ? [] : caseBlocks(cases)),
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

const headline = ({ company, year, appointments, seed, hosts, cases }: PlayedYear): string => {
  const came = [
    ...(appointments === 0 ? [] : [`${appointments} wishes for an appointment, ${hosts} hosts`]),
    ...(cases === undefined ? [] : [`${cases.cases} cases`]),
    `seed ${seed}`,
  ];
  return `${company} in ${year}: ${came.join(", ")}`;
};

const caseBlocks = ({ byKind, changes, milestones, messages, judged }: CaseTally): string[][] => [
  block("Cases", byKind),
  block("What was done about them", changes),
  ["Milestones", ...table(milestoneStates, milestones, sumOf(Object.values(milestones)))],
  block("Messages about cases", messages),
  [
    `Counted again, day by day: ${judged.milestones} milestones and ${judged.compared} messages,`,
    `  ${judged.early} early, ${judged.late} late, ${judged.twice} twice, ${judged.missing} missing.`,
  ],
];

const sumOf = (all: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [name, more] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + more;
  return sum;
};

const block = (title: string, counts: Counts): string[] => {
  const rows = Object.entries(counts);
  return rows.length === 0 ? [] : [title, ...rows.map(([name, times]) => `  ${number(times)}  ${name}`)];
};

const table = (
  columns: readonly string[],
  byPromise: Readonly<Record<string, Counts>>,
  byState: Counts,
): string[] => {
  const names = [...Object.keys(byPromise), "in all"];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const row = (name: string, counts: Counts): string =>
    `  ${name.padEnd(width)}${columns.map((state) => number(counts[state] ?? 0)).join("  ")}`;
  return [
    `  ${"".padEnd(width)}${columns.map((state) => state.padStart(numberWidth)).join("  ")}`,
    ...Object.entries(byPromise).map(([name, counts]) => row(name, counts)),
    row("in all", byState),
  ];
};

const numberWidth = 7;

const number = (times: number): string => String(times).padStart(numberWidth);
