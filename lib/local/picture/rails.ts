import type { Cell } from "./grid.ts";
import type { Way } from "./outline.ts";

/** A way between two cells. */
export interface Link {
  readonly way: Way;
  readonly from: Cell;
  readonly to: Cell;
}

/** A vertical line that ways share: all that lead to one box, or all that one choice offers. */
export interface Rail {
  readonly links: readonly Link[];
  /** Left of column 0, or between the columns. */
  readonly side: "left" | "between";
  /** 0 stands next to column 0. */
  readonly lane: number;
}

export interface Routes {
  /** To the box below, or to the one beside. */
  readonly straight: readonly Link[];
  readonly rails: readonly Rail[];
}

/** Finds a line for every way; lines of different rails never lie upon each other. */
export const routesOf = (cells: readonly Cell[], ways: readonly Way[]): Routes => {
  const links = ways.flatMap((way) => linked(cells, way));
  const shared = Map.groupBy(
    links.filter((link) => !isStraight(link)),
    keyOf,
  );
  const bundles = [...shared.values()].toSorted((one, other) => span(one) - span(other));
  return { straight: links.filter(isStraight), rails: inLanes(bundles) };
};

const linked = (cells: readonly Cell[], way: Way): Link[] => {
  const from = cells.find(({ box }) => box.name === way.from);
  const to = cells.find(({ box }) => box.name === way.to);
  return from === undefined || to === undefined ? [] : [{ way, from, to }];
};

export const isBelow = ({ from, to }: Link): boolean =>
  from.column === 0 && to.column === 0 && to.row === from.row + 1;

const isBeside = ({ from, to }: Link): boolean => from.column === 0 && to.column === 1 && to.row === from.row;

const isStraight = (link: Link): boolean => isBelow(link) || isBeside(link);

const sideOf = ({ way, from, to }: Link): Rail["side"] =>
  way.by === "choice" && from.column === 0 && to.column === 0 ? "left" : "between";

const keyOf = (link: Link): string => {
  const { from, to, by } = link.way;
  return sideOf(link) === "left" ? `from ${from}` : `${by} to ${to}`;
};

const rowsOf = (links: readonly Link[]): readonly number[] =>
  links.flatMap(({ from, to }) => [from.row, to.row]);

const span = (links: readonly Link[]): number => Math.max(...rowsOf(links)) - Math.min(...rowsOf(links));

/** The shortest first, each in the nearest lane where no other runs beside the same rows. */
const inLanes = (bundles: readonly (readonly Link[])[]): Rail[] => {
  const rails: Rail[] = [];
  for (const links of bundles) {
    const side = links[0] === undefined ? "between" : sideOf(links[0]);
    const taken = rails.filter((rail) => rail.side === side && overlap(rail.links, links));
    const lanes = new Set(taken.map(({ lane }) => lane));
    let lane = 0;
    while (lanes.has(lane)) lane += 1;
    rails.push({ links, side, lane });
  }
  return rails;
};

const overlap = (one: readonly Link[], other: readonly Link[]): boolean => {
  const [these, those] = [rowsOf(one), rowsOf(other)];
  return Math.min(...these) <= Math.max(...those) && Math.min(...those) <= Math.max(...these);
};
