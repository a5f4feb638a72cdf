import type { Policy } from "#core/policy/shape.ts";
import { counts, type Figures } from "./figures.ts";
import { type MissionRow, missionRows, rowsOf } from "./mission.ts";

/** What became of everything that one row of the mission promises at one company; nothing but zeros where nothing came. */
export interface RowFigures extends Pick<Figures, "pack" | (typeof counts)[number]> {
  readonly row: MissionRow;
  readonly what: string;
}

export const byRow = (policies: readonly Policy[], all: readonly Figures[]): RowFigures[] =>
  policies.flatMap((policy) =>
    rowsOf(policy).map((row) => {
      const those = all.filter((each) => each.pack === policy.pack && each.row === row);
      const sums = counts.map((count) => [count, those.reduce((sum, each) => sum + each[count], 0)]);
      return { pack: policy.pack, row, what: missionRows[row], ...Object.fromEntries(sums) } as RowFigures;
    }),
  );
