/** One line of the table, and one object of the results. */
export interface Figure {
  /** What was measured; the first word is the command's `-- NAME`. */
  readonly name: string;
  /** Ours; `null` when it could not be measured. */
  readonly value: number | null;
  readonly unit: string;
  /** What it was measured against, and what that gave; `null` for a figure that stands alone. */
  readonly peer: string | null;
  /** How much better than the peer: 2 is twice as fast, or half as much. `null` without a peer. */
  readonly ratio: number | null;
  /** As issue 10 states it; `null` for a figure that is only printed. */
  readonly goal: string | null;
  /** `null` without a goal, or where the peer is not there. */
  readonly met: boolean | null;
  /** What one has to know to read it, or why a goal is missed. */
  readonly note?: string;
}

/** How a bench is asked: quick for trying whether it works, otherwise for figures. */
export interface Asked {
  readonly quick: boolean;
}

export type Bench = (asked: Asked) => Promise<Figure[]>;

/** @param better "more" where twice as much is twice as good. */
export const compared = (
  ours: number,
  theirs: number,
  better: "more" | "less",
): Pick<Figure, "value" | "ratio"> => ({
  value: ours,
  ratio: better === "more" ? ours / theirs : theirs / ours,
});

/** A goal for the ratio: "≥ 100×". */
export const atLeast = (ratio: number, least: number): Pick<Figure, "goal" | "met"> => ({
  goal: `≥ ${least}×`,
  met: ratio >= least,
});

/** A peer that the registry did not give: the figure is named, and nothing is claimed of it. */
export const notThere = (name: string, unit: string, peer: string, goal: string | null = null): Figure => ({
  name,
  value: null,
  unit,
  peer: `${peer}: peer not there`,
  ratio: null,
  goal,
  met: null,
});

/** A goal for a ratio where less is better: "≤ 2.5×". */
export const atMost = (ratio: number, most: number): Pick<Figure, "goal" | "met"> => ({
  goal: `≤ ${most}×`,
  met: ratio <= most,
});
