import type { Box, Outline, Way } from "./outline.ts";

/** Where a box stands: what is meant to happen in column 0, what errors lead to in column 1. Row 0 is on top. */
export interface Cell {
  readonly box: Box;
  readonly column: 0 | 1;
  readonly row: number;
}

/** Gives each box its place, the same at each call for the same outline. */
export const gridOf = (outline: Outline): Cell[] => {
  const main = onTheWay(outline).map((box, row): Cell => ({ box, column: 0, row }));
  return aside(outline, main);
};

const isEnd = ({ shape }: Box): boolean => shape === "end";

/** In the order in which they are reached without an error; where it ends comes last. */
const onTheWay = ({ start, boxes, ways }: Outline): Box[] => {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { from, to, by } of ways) if (from === name && by !== "error") visit(to);
  };
  visit(start);
  const found = [...reached].flatMap((name) => boxes.find((box) => box.name === name) ?? []);
  return [...found.filter((box) => !isEnd(box)), ...found.filter(isEnd)];
};

/** Beside what first leads there; an end stands below the last that leads there. */
const aside = ({ boxes, ways }: Outline, main: readonly Cell[]): Cell[] => {
  const cells = [...main];
  const placed = new Set(main.map(({ box }) => box.name));
  const rest = boxes.filter(({ name }) => !placed.has(name));
  for (const box of [...rest.filter((each) => !isEnd(each)), ...rest.filter(isEnd)]) {
    const sources = rowsBefore(box, ways, cells);
    const beside = isEnd(box) ? Math.max(0, ...sources) : (sources[0] ?? 0);
    cells.push({ box, column: 1, row: firstFree(cells, beside) });
  }
  return cells;
};

const rowsBefore = ({ name }: Box, ways: readonly Way[], cells: readonly Cell[]): number[] =>
  ways
    .filter(({ to }) => to === name)
    .flatMap(({ from }) => cells.find(({ box }) => box.name === from)?.row ?? [])
    .toSorted((one, other) => one - other);

const firstFree = (cells: readonly Cell[], from: number): number => {
  const taken = new Set(cells.filter(({ column }) => column === 1).map(({ row }) => row));
  let row = from;
  while (taken.has(row)) row += 1;
  return row;
};
