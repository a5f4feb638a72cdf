import type { Cell } from "./grid.ts";
import { isBelow, type Link, type Rail, type Routes } from "./rails.ts";

/** A place at the edge of a row where a line leaves or meets it; on the same edge no two stand at one height. */
export interface Slots {
  /** How many there are at the fuller edge of that row. */
  count(row: number): number;
  /** Where a line meets a cell, as a part of the row's height, 0 on top and 1 at the bottom. */
  part(cell: Cell, line: Rail | Link): number;
}

type Edge = Map<Rail | Link, number>;

/** Lines that come from above take the upper places, those from below the lower ones. */
export const slotsOf = ({ straight, rails }: Routes): Slots => {
  const edges = new Map<string, Edge>();
  const take = (side: Rail["side"], row: number, line: Rail | Link, direction: number): void => {
    const key = `${side} ${row}`;
    const edge = edges.get(key) ?? new Map<Rail | Link, number>();
    edges.set(key, edge.set(line, direction));
  };
  for (const link of straight) if (!isBelow(link)) take("between", link.from.row, link, 0);
  for (const rail of rails)
    for (const row of rowsAt(rail)) take(rail.side, row, rail, directionFrom(row, rail));
  const sorted = new Map([...edges].map(([key, edge]) => [key, inOrder(edge)]));
  const size = (side: Rail["side"], row: number): number => sorted.get(`${side} ${row}`)?.length ?? 0;
  return {
    count: (row) => Math.max(size("left", row), size("between", row)),
    part: ({ row }, line) => {
      const lines = sorted.get(`${"lane" in line ? line.side : "between"} ${row}`) ?? [];
      return (lines.indexOf(line) + 1) / (lines.length + 1);
    },
  };
};

const inOrder = (edge: Edge): (Rail | Link)[] =>
  [...edge].toSorted(([, one], [, other]) => one - other).map(([line]) => line);

const rowsAt = ({ links }: Rail): Set<number> => new Set(links.flatMap(({ from, to }) => [from.row, to.row]));

/** Below 0 where the rail leads up from this row, on the whole. */
const directionFrom = (row: number, { links }: Rail): number => {
  const rows = links.flatMap(({ from, to }) => [from.row, to.row]);
  return rows.reduce((sum, each) => sum + each - row, 0) / rows.length;
};
