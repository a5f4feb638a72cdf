import type { Key, Write } from "#core/table.ts";
import type { Appointment } from "./appointment.ts";
import { cells, dayKey } from "./cells.ts";

/** The time of a host that an appointment takes: which host, from when, until when, with the buffers where there are any. */
export type Held = Pick<Appointment, "pack" | "host" | "start" | "end" | "held">;

/**
 * Takes the cells of `next` and gives back those of `before` that it does not need: one write for each host and UTC day,
 * however the two overlap, because an item takes part only once in a transaction. Cells that stay must still be ours,
 * and new ones must be free; otherwise the write is refused.
 */
export const moveCells = (code: string, before: Held | undefined, next: Held | undefined): Write[] => {
  const [old, wanted] = [byDay(before), byDay(next)];
  const days = new Map([...old, ...wanted].map(([name, { key }]) => [name, key]));
  return [...days].map(([name, key]) =>
    move(code, key, old.get(name)?.cells ?? [], wanted.get(name)?.cells ?? []),
  );
};

/** Every cell of the session or none. */
export const holdCells = (code: string, held: Held): Write[] => moveCells(code, undefined, held);

interface DayHeld {
  readonly key: Key;
  readonly cells: readonly string[];
}

const byDay = (held: Held | undefined): Map<string, DayHeld> =>
  new Map(
    held === undefined
      ? []
      : cellsOf(held).map(({ day, cells: names }) => {
          const key = dayKey(held.pack, held.host, day);
          return [`${key.pk}\n${key.sk}`, { key, cells: names }] as const;
        }),
  );

const cellsOf = ({ start, end, held = { start, end } }: Held) => cells(held.start, held.end);

const move = (code: string, key: Key, old: readonly string[], wanted: readonly string[]): Write => {
  const taken = wanted.filter((cell) => !old.includes(cell));
  return {
    update: key,
    set: Object.fromEntries(taken.map((cell) => [cell, code])),
    remove: old.filter((cell) => !wanted.includes(cell)),
    if: { equals: Object.fromEntries(old.map((cell) => [cell, code])), missing: taken },
  };
};
