import { codeOf, type Evidence, heads, type Row, text } from "./evidence.ts";

const quarter = 15 * 60 * 1000;

/** Invariant 1: a cell has one owner, and a live appointment owns exactly the cells of its time. */
export const judgeCells = ({ table }: Evidence): string[] => {
  const held = heldCells(table);
  const owed = new Map(heads(table).filter(live).flatMap(cellsOwed));
  const doubled = heads(table).filter(live).flatMap(cellsOwed).length - owed.size;
  return [
    ...(doubled > 0 ? [`${doubled} cells are claimed by more than one live appointment`] : []),
    ...[...owed].flatMap(([cell, code]) =>
      held.get(cell) === code ? [] : [`${code} does not own ${cell}; ${held.get(cell) ?? "nobody"} does`],
    ),
    ...[...held].flatMap(([cell, code]) =>
      owed.has(cell) ? [] : [`${cell} is held for ${code} by nobody live`],
    ),
  ];
};

/** One that has ended keeps the time that it took. */
const live = (head: Row): boolean => head["status"] === "booked" || head["status"] === "ended";

const heldCells = (table: readonly Row[]): Map<string, string> =>
  new Map(
    table.flatMap((item) => {
      const [pack, kind, host] = text(item, "pk").split("#");
      if (kind !== "host") return [];
      const date = text(item, "sk").slice("day#".length);
      return Object.keys(item).flatMap((name) => {
        const [, hours, minutes] = /^c(\d\d)(\d\d)$/.exec(name) ?? [];
        return hours === undefined
          ? []
          : [[`${pack} ${host} ${date}T${hours}:${minutes}`, text(item, name)] as const];
      });
    }),
  );

const cellsOwed = (head: Row): (readonly [string, string])[] => {
  const time = (head["held"] ?? head) as Row;
  const cells: (readonly [string, string])[] = [];
  for (let at = Date.parse(text(time, "start")); at < Date.parse(text(time, "end")); at += quarter)
    cells.push([
      `${text(head, "pack")} ${text(head, "host")} ${new Date(at).toISOString().slice(0, 16)}`,
      codeOf(head),
    ]);
  return cells;
};
