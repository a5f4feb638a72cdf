import { type CaseKind, kindsOf } from "#core/policy/case-kinds.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { Policy } from "#core/policy/shape.ts";

/** The rows of the list of what Kept must do that a ledger can answer for, each in a few words. */
export const missionRows = {
  A2: "confirmation at booking",
  A3: "reminders before a session",
  A8: "letters about missed sessions",
  A11: "request for feedback",
  C4: "complaint: acknowledged, told of, resolved",
  C8: "complaint: taken up, planned, done by its date",
  C10: "complaint: confirmed in writing, answered",
  C11: "question about satisfaction",
  D1: "mail: first and full answer",
  D2: "dedicated inbox: answer in under 24 hours",
  D4: "out-of-office answer",
  D5: "call: answer within 24 hours",
  D7: "steady contact",
} as const;
export type MissionRow = keyof typeof missionRows;

/** What each company has promised in its text, whether or not anything came of it in the days that a report is about. */
const rowsOfPack: Readonly<Record<string, readonly MissionRow[]>> = {
  taxdome: ["A2", "A3", "A8", "A11", "C11", "D2"],
  solar: ["C4", "C11"],
  bnc: ["C8", "C11"],
  expandit: ["C10", "C11", "D1", "D4", "D5", "D7"],
};

export const rowsOf = ({ pack }: Pick<Policy, "pack">): readonly MissionRow[] => rowsOfPack[pack] ?? [];

type Kinds = Partial<Record<CaseKind, Readonly<Record<string, MissionRow>> | MissionRow>>;

/** Milestones by their kind; a row alone stands for all of them that are not named. */
const milestoneRows: Readonly<Record<string, Kinds>> = {
  taxdome: { inquiry: { reply: "D2" } },
  solar: { complaint: "C4" },
  bnc: { complaint: "C8" },
  expandit: {
    complaint: "C10",
    incident: "D1",
    inquiry: {
      reply: "D1",
      "personal-reply": "D1",
      "sales-answer": "D1",
      "premium-answer": "D1",
      "standard-answer": "D1",
      "default-answer": "D1",
      "personal-answer": "D1",
      "phone-answer": "D5",
    },
  },
};

/** Messages with a name of their own; one that is promised a second time has a number behind it. */
const messageRows: readonly (readonly [RegExp, MissionRow])[] = [
  [/^confirmation(-\d+)?$/, "A2"],
  [/^(email|sms)-PT/, "A3"],
  [/^no-show-(warning|consequence|waived)(-\d+)?$/, "A8"],
  [/^feedback(-request)?(-\d+)?$/, "A11"],
  [/^satisfaction(-\d+)?$/, "C11"],
  [/^absence-answered$/, "D4"],
  [/^contact$/, "D7"],
];

/** Which row a promise of the ledger belongs to, by its name there; most messages only carry one out, and belong to none. */
export const rowOfPromise = (policy: Policy): ((promise: string) => MissionRow | undefined) => {
  const milestones = new Map(namedRows(policy));
  const known = rowsOf(policy);
  return (promise) => {
    const row = milestones.get(promise) ?? messageRows.find(([name]) => name.test(promise))?.[1];
    return row !== undefined && known.includes(row) ? row : undefined;
  };
};

const namedRows = ({ pack, cases }: Policy): [string, MissionRow][] =>
  (cases === undefined ? [] : kindsOf(cases)).flatMap(([kind, { milestones }]) =>
    planMilestones(milestones).flatMap(({ id, name }): [string, MissionRow][] => {
      const rows = milestoneRows[pack]?.[kind];
      const row = typeof rows === "string" ? rows : rows?.[id];
      return row === undefined ? [] : [[name, row]];
    }),
  );
