import type { CountedArticle } from "#core/article/counted.ts";
import { day, hour, type Milliseconds, minute, second } from "#core/time.ts";
import { aligned } from "./aligned.ts";
import type { RowFigures } from "./by-row.ts";
import { counts, type Figures } from "./figures.ts";
import type { Satisfied } from "./satisfied.ts";

/** All that a report says. */
export interface Report {
  readonly promises: readonly Figures[];
  readonly rows: readonly RowFigures[];
  readonly satisfaction: readonly Satisfied[];
  readonly articles: readonly ArticleFigures[];
}

/** What readers wrote is for whoever keeps the article, and stands in no report. */
export type ArticleFigures = Omit<CountedArticle, "comments"> & { readonly pack: string };

export const formats = ["table", "csv", "json"] as const;
export type Format = (typeof formats)[number];

export const shown = (report: Report, format: Format): string =>
  ({ table: asTables, csv: asCsv, json: asJson })[format](report);

const asJson = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;

const columns = ["pack", "month", "row", "promise", ...counts] as const;

const asTables = ({ promises, rows, satisfaction, articles }: Report): string =>
  [
    promises.length === 0 ? "Nothing was promised on these days.\n" : aligned(promiseLines(promises), 4),
    ...table(["pack", "row", "what", ...counts], rows, 3),
    ...table(["pack", "month", "ended", "asked", "satisfied", "notSatisfied", "unanswered"], satisfaction, 2),
    ...table(["pack", "month", "article", "keeper", "yes", "no"], articles, 4),
  ].join("\n");

const promiseLines = (all: readonly Figures[]): string[][] => [
  [...columns, "least margin", "median margin"],
  ...all.map((each) => [
    ...columns.map((column) => String(each[column] ?? "")),
    lengthOf(each.leastMargin),
    lengthOf(each.medianMargin),
  ]),
];

/** Nothing at all where there is nothing to show. */
const table = <Column extends string>(
  names: readonly Column[],
  all: readonly Readonly<Record<Column, string | number>>[],
  words: number,
): string[] =>
  all.length === 0
    ? []
    : [aligned([names.map(headingOf), ...all.map((each) => names.map((name) => String(each[name])))], words)];

/** `notSatisfied` is read as two words. */
const headingOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

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

/** The promises alone, with margins in whole seconds, for whoever counts on. RFC 4180. */
const asCsv = ({ promises }: Report): string =>
  [
    [...columns, "leastMarginSeconds", "medianMarginSeconds"],
    ...promises.map((each) => [
      ...columns.map((column) => String(each[column] ?? "")),
      seconds(each.leastMargin),
      seconds(each.medianMargin),
    ]),
  ]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("");

const seconds = (length: Milliseconds | undefined): string =>
  length === undefined ? "" : String(Math.trunc(length / second));

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
