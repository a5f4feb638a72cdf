import { type CaseKind, kindsOf } from "../case-kinds.ts";
import { milestoneName } from "../milestone-name.ts";
import type { MilestonePolicy } from "../milestones.ts";
import { type PlannedPromise, planAppointments } from "../plan.ts";
import type { Policy } from "../shape.ts";

/** A promise of a policy as it is compared with that of another. */
export interface PolicyPromise {
  /** What it is promised about. */
  readonly about: "appointment" | CaseKind;
  /** The same promise in both policies has the same. */
  readonly id: string;
  /** "E-mail reminder, 2 days before", "Acknowledge within 7 working days". */
  readonly says: string;
  /** What holds of it besides its clause. */
  readonly terms: object;
  readonly source: { readonly clause: string; readonly ours?: string | undefined };
}

export const policyPromises = (policy: Policy): PolicyPromise[] => [
  ...(planAppointments(policy)?.promises ?? []).map(ofMessage),
  ...(policy.cases === undefined ? [] : kindsOf(policy.cases)).flatMap(([kind, { milestones }]) =>
    milestones.map((each) => ofMilestone(kind, each, milestones)),
  ),
];

const ofMessage = ({
  id,
  channel,
  moment,
  sendFor,
  states,
  clause,
  ours,
}: PlannedPromise): PolicyPromise => ({
  about: "appointment",
  id,
  says: states.send,
  terms: { channel, moment, sendFor },
  source: { clause, ours },
});

const ofMilestone = (
  about: CaseKind,
  milestone: MilestonePolicy,
  among: readonly MilestonePolicy[],
): PolicyPromise => {
  const { id, clause, ours, ...terms } = milestone;
  return { about, id, says: milestoneName(milestone, among), terms, source: { clause, ours } };
};

/** A policy without what its promises say: their differences are told by themselves. */
export const withoutPromises = ({ appointments, cases, $schema: _schema, ...rest }: Policy): object => ({
  ...rest,
  ...(appointments !== undefined && { appointments: withoutMessages(appointments) }),
  ...(cases !== undefined && {
    cases: {
      ...cases,
      kinds: Object.fromEntries(
        kindsOf(cases).map(([kind, { milestones: _milestones, ...others }]) => [kind, others]),
      ),
    },
  }),
});

const withoutMessages = ({
  confirmation: _confirmation,
  reminders: _reminders,
  ...others
}: NonNullable<Policy["appointments"]>): object => others;
