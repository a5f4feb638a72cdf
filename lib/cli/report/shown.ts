import { day, hour, type Milliseconds, minute, second } from "#core/time.ts";
import { counts, type Figures } from "./figures.ts";

export const formats = ["table", "csv", "json"] as const;
export type Format = (typeof formats)[number];

export const shown = (all: readonly Figures[], format: Format): string =>
  ({ table: asTable, csv: asCsv, json: asJson })[format](all);

const asJson = (all: readonly Figures[]): string => `${JSON.stringify(all, undefined, 2)}\n`;

const columns = ["pack", "month", "promise", ...counts] as const;

const asTable = (all: readonly Figures[]): string => {
  if (all.length === 0) return "Nothing was promised on these days.\n";
  const rows = [
    [...columns, "least margin", "median margin"],
    ...all.map((each) => [
      ...columns.map((column) => String(each[column])),
      lengthOf(each.leastMargin),
      lengthOf(each.medianMargin),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => padded(cell, at, widths))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
};

/** Words to the left, figures to the right. */
const padded = (cell: string, at: number, widths: readonly number[]): string =>
  at < 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);

/** `2 d 3 h`, `-5 min`: the two largest units. */
const lengthOf = (length: Milliseconds | undefined): string => {
  if (length === undefined) return "";
  const parts: string[] = [];
  let left = Math.abs(length);
  for (const [unit, name] of units) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0 && parts.length < 2) parts.push(`${count} ${name}`);
  }
  return `${length < 0 && parts.length > 0 ? "-" : ""}${parts.join(" ") || "0 s"}`;
};

const units = [
  [day, "d"],
  [hour, "h"],
  [minute, "min"],
  [second, "s"],
] as const;

/** Margins in whole seconds, for whoever counts on. RFC 4180. */
const asCsv = (all: readonly Figures[]): string =>
  [
    [...columns, "leastMarginSeconds", "medianMarginSeconds"],
    ...all.map((each) => [
      ...columns.map((column) => String(each[column])),
      seconds(each.leastMargin),
      seconds(each.medianMargin),
    ]),
  ]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("");

const seconds = (length: Milliseconds | undefined): string =>
  length === undefined ? "" : String(Math.trunc(length / second));

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
