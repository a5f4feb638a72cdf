import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { Instant } from "#core/time.ts";
import type { Case } from "./case.ts";
import type { Milestone } from "./milestone.ts";

/** What other systems call the status of a case. `open`: somebody has begun. `answered`: resolved or declined. */
export type ElsewhereStanding = "registered" | "open" | "waiting" | "answered" | "closed";

/** All that another system is told: nothing about the customer, nor what anybody wrote. */
export interface Picture {
  readonly standing: ElsewhereStanding;
  readonly kind: CaseKind;
  readonly team: string;
  readonly milestones: readonly PictureMilestone[];
}

export interface PictureMilestone {
  readonly name: string;
  readonly state: Milestone["state"];
  readonly due?: Instant;
}

/** @param nameOf a milestone's name by its id, as people read it. */
export const pictureOf = (it: Case, nameOf: (id: string) => string = (id) => id): Picture => ({
  standing: standingOf(it),
  kind: it.kind,
  team: it.team,
  milestones: it.milestones.map(({ id, state, due }) => ({
    name: nameOf(id),
    // A warning is between Kept and the handler.
    state: state === "warned" ? "open" : state,
    ...(due !== undefined && { due }),
  })),
});

const standingOf = ({ status, milestones, earlier }: Case): ElsewhereStanding => {
  if (status === "resolved" || status === "declined") return "answered";
  if (status !== "open") return status;
  const begun = earlier !== undefined || milestones.some(({ state }) => state === "kept" || state === "late");
  return begun ? "open" : "registered";
};

/** Maps come back from the table in any order, so they are compared field by field. */
export const samePicture = (one: Picture, other: Picture): boolean => face(one) === face(other);

const face = ({ standing, kind, team, milestones }: Picture): string =>
  JSON.stringify([standing, kind, team, milestones.map(({ name, state, due }) => [name, state, due])]);
