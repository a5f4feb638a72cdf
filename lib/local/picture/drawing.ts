import { type Cell, gridOf } from "./grid.ts";
import type { Outline, Way } from "./outline.ts";
import { isBelow, type Link, type Rail, routesOf } from "./rails.ts";
import { type Slots, slotsOf } from "./slots.ts";

/** Sizes in the unit of whoever draws: pixels, or characters. */
export interface Measure {
  readonly boxWidth: number;
  /** Of a row whose fullest box says that much, and where so many lines meet an edge. */
  readonly rowHeight: (texts: readonly (readonly string[])[], lines: number) => number;
  readonly textOf: (cell: Cell) => readonly string[];
  readonly gap: number;
  readonly lane: number;
  readonly margin: number;
}

export type Point = readonly [x: number, y: number];

export interface Placed {
  readonly cell: Cell;
  readonly text: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line on the paper; ways of one rail share its strokes. */
export interface Stroke {
  readonly by: Way["by"];
  readonly points: readonly Point[];
  /** It ends in an arrow. */
  readonly head: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
  readonly strokes: readonly Stroke[];
  /** Each way from box to box, for whoever shows which one was taken. */
  readonly lines: readonly { readonly way: Way; readonly points: readonly Point[] }[];
}

/** Lays a machine out: the same outline and measure give the same drawing. */
export const draw = (outline: Outline, measure: Measure): Drawing => {
  const cells = gridOf(outline);
  const { straight, rails } = routesOf(cells, outline.ways);
  const slots = slotsOf({ straight, rails });
  const { boxes, width, height, railAt } = paper(cells, rails, slots, measure);
  const boxOf = new Map(boxes.map((box) => [box.cell, box]));
  const at = (cell: Cell): Placed => boxOf.get(cell) ?? missing(cell);

  const heightAt = (cell: Cell, line: Rail | Link): number => {
    const { y, height: tall } = at(cell);
    return Math.round(y + (tall - 1) * slots.part(cell, line));
  };
  const edge = (cell: Cell, rail: Rail): Point => {
    const { x, width: wide } = at(cell);
    const right = rail.side === "between" && cell.column === 0;
    return [right ? x + wide : x - 1, heightAt(cell, rail)];
  };
  const straightLine = (link: Link): readonly Point[] => {
    const [from, to] = [at(link.from), at(link.to)];
    if (!isBelow(link)) {
      const y = heightAt(link.from, link);
      return [
        [from.x + from.width, y],
        [to.x - 1, y],
      ];
    }
    const x = Math.round(from.x + from.width / 2);
    return [
      [x, from.y + from.height],
      [x, to.y - 1],
    ];
  };
  const alongRail = (link: Link, rail: Rail): readonly Point[] => {
    const [start, end] = [edge(link.from, rail), edge(link.to, rail)];
    const x = railAt(rail);
    return [start, [x, start[1]], [x, end[1]], end];
  };

  return {
    width,
    height,
    boxes,
    strokes: [
      ...straight.map((link) => ({ by: link.way.by, points: straightLine(link), head: true })),
      ...rails.flatMap((rail) => strokesOf(rail, (cell) => edge(cell, rail), railAt(rail))),
    ],
    lines: [
      ...straight.map((link) => ({ way: link.way, points: straightLine(link) })),
      ...rails.flatMap((rail) =>
        rail.links.map((link) => ({ way: link.way, points: alongRail(link, rail) })),
      ),
    ],
  };
};

const missing = (cell: Cell): never => {
  throw new Error(`"${cell.box.name}" has no place`);
};

/** The stubs that meet the rail, the rail, and the stubs that leave it, each once. */
const strokesOf = ({ links }: Rail, edge: (cell: Cell) => Point, x: number): Stroke[] => {
  const by = links[0]?.way.by ?? "next";
  const sources = [...new Set(links.map(({ from }) => from))].map(edge);
  const targets = [...new Set(links.map(({ to }) => to))].map(edge);
  const heights = [...sources, ...targets].map(([, y]) => y);
  return [
    ...sources.map((start): Stroke => ({ by, points: [start, [x, start[1]]], head: false })),
    {
      by,
      points: [
        [x, Math.min(...heights)],
        [x, Math.max(...heights)],
      ],
      head: false,
    },
    ...targets.map((end): Stroke => ({ by, points: [[x, end[1]], end], head: true })),
  ];
};

const lanesOn = (rails: readonly Rail[], side: Rail["side"]): number =>
  Math.max(0, ...rails.filter((rail) => rail.side === side).map(({ lane }) => lane + 1));

/** How wide and high all becomes, and where on it the boxes and rails are. */
const paper = (cells: readonly Cell[], rails: readonly Rail[], slots: Slots, measure: Measure) => {
  const { boxWidth, gap, lane, margin, textOf, rowHeight } = measure;
  const left = margin + lanesOn(rails, "left") * lane;
  const right = left + boxWidth;
  const second = right + (lanesOn(rails, "between") + 1) * lane;
  const boxes: Placed[] = [];
  let y = margin + gap;
  for (let row = 0; row <= Math.max(...cells.map((cell) => cell.row)); row += 1) {
    const inRow = cells.filter((cell) => cell.row === row);
    const height = rowHeight(inRow.map(textOf), slots.count(row));
    for (const cell of inRow) {
      const x = cell.column === 0 ? left : second;
      boxes.push({ cell, text: textOf(cell), x, y, width: boxWidth, height });
    }
    y += height + gap;
  }
  const isWide = cells.some(({ column }) => column === 1);
  return {
    boxes,
    width: (isWide ? second + boxWidth : right) + margin,
    height: y - gap + margin,
    railAt: ({ side, lane: index }: Rail): number =>
      side === "left" ? left - (index + 1) * lane : right + (index + 1) * lane,
  };
};
