import type { Write } from "#core/table.ts";
import type { Appointment } from "./appointment.ts";
import { cells, dayKey } from "./cells.ts";

type Held = Pick<Appointment, "pack" | "host" | "code" | "start" | "end">;

/** Takes every cell of the session or none: a cell that has any value refuses the write. One write for each UTC day. */
export const holdCells = ({ pack, host, code, start, end }: Held): Write[] =>
  cells(start, end).map(({ day, cells: names }) => ({
    update: dayKey(pack, host, day),
    set: Object.fromEntries(names.map((cell) => [cell, code])),
    if: { missing: names },
  }));
