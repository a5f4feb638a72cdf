import { type Appointment, asAppointment, subjectOf } from "#core/appointment/appointment.ts";
import type { Case } from "#core/case/case.ts";
import type { Milestone } from "#core/case/milestone.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type LedgerRow, messageRow, milestoneRow } from "./row.ts";

/** What a version of an appointment promised: the one that stands, or one that a change has archived. */
export const appointmentRows = (item: Item): LedgerRow[] => {
  const { promises, madeAt, version }: Pick<Appointment, "promises" | "madeAt" | "version"> =
    asAppointment(item);
  const { pack, code } = subjectOf(item);
  const about = { subject: code, about: "appointment", version, pack } as const;
  return Object.entries(promises).map(([name, promised]) =>
    messageRow(about, name, promised, madeAt ?? promised.opens),
  );
};

/** What a case promised: its milestones, also of kinds and runs that it had before, and its messages by their kind. */
export const caseRows = (it: Case, policy: Policy): LedgerRow[] => {
  const { pack, number, version, receivedAt, kind, milestones, earlier = [], promises } = it;
  const about = { subject: number, about: "case", version, pack } as const;
  const promised = [...earlier, { kind, milestones }].flatMap((run) =>
    run.milestones.flatMap((each) => {
      const name = nameIn(policy, run.kind, each);
      return milestoneRow(about, name, each, receivedAt, evidenceOf(it, each)) ?? [];
    }),
  );
  const letters = Object.values(promises).map((each) => messageRow(about, each.kind, each, receivedAt));
  return [...promised, ...letters];
};

const nameIn = ({ cases }: Policy, kind: Case["kind"], { id }: Milestone): string =>
  planMilestones(cases?.kinds[kind]?.milestones ?? []).find((each) => each.id === id)?.name ?? id;

/** The message by which the customer learnt of it, where one has gone out. */
const evidenceOf = ({ promises }: Case, { id }: Milestone): string | undefined =>
  Object.values(promises).flatMap((each) =>
    each.keeps?.includes(id) && "evidence" in each ? [each.evidence] : [],
  )[0];

export type LedgerTotals = Readonly<Partial<Record<LedgerRow["state"] | "made", number>>>;

export const totalsOf = (rows: readonly LedgerRow[]): LedgerTotals =>
  rows.reduce<Partial<Record<LedgerRow["state"] | "made", number>>>(
    (totals, { state }) => ({
      ...totals,
      made: (totals.made ?? 0) + 1,
      [state]: (totals[state] ?? 0) + 1,
    }),
    { made: 0 },
  );

/** A stretch of time, `to` excluded. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** The months of UTC that it touches, `2026-12`. */
export const monthsOf = ({ from, to }: Stretch): string[] => {
  const months: string[] = [];
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7));
  for (let month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)); month <= last; month += 1)
    months.push(`${Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`);
  return months;
};
