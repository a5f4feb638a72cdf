import type { CaseKind, CasePolicy } from "#core/policy/cases.ts";
import { kindsOf } from "#core/policy/cases.ts";

/** The kind of a case and what chose it: a rule's id, `otherwise`, or whoever named it. */
export interface Triaged {
  readonly kind: CaseKind;
  readonly by: string;
}

/** What something is when nobody says so: by the first rule that finds one of its words, and correctable. */
export const triaged = (cases: CasePolicy, written: readonly string[]): Triaged | undefined => {
  const first = kindsOf(cases)[0]?.[0];
  if (cases.triage === undefined) return first === undefined ? undefined : { kind: first, by: "otherwise" };
  const text = ` ${written
    .join(" ")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}'-]+/gu, " ")}`;
  const rule = cases.triage.rules.find(({ words }) => words.some((word) => text.includes(` ${word}`)));
  return rule === undefined
    ? { kind: cases.triage.otherwise, by: "otherwise" }
    : { kind: rule.kind, by: rule.id };
};
