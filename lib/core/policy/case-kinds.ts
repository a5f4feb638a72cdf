import type { CaseKindPolicy, CasePolicy } from "./cases.ts";

/** A complaint is dissatisfaction, an incident a disturbance of the agreed service, an inquiry any other question. */
export const caseKinds = ["complaint", "incident", "inquiry"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The kinds that a policy has, in the order of their names' list. */
export const kindsOf = ({ kinds }: Pick<CasePolicy, "kinds">): [CaseKind, CaseKindPolicy][] =>
  caseKinds.flatMap((name) => {
    const kind = kinds[name];
    return kind === undefined ? [] : [[name, kind] as [CaseKind, CaseKindPolicy]];
  });
