/** Columns of equal width, with a heading in the first line: words to the left, figures to the right. */
export const aligned = (rows: readonly (readonly string[])[], words: number): string => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const padded = (cell: string, at: number): string =>
    at < words ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => `${row.map(padded).join("  ").trimEnd()}\n`).join("");
};
