import type { CaseKind } from "#core/policy/case-kinds.ts";
import { kindsOf } from "#core/policy/case-kinds.ts";
import type { CasePolicy } from "#core/policy/cases.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Case } from "./case.ts";

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

/** Why the rules chose its kind; nothing where a person did. */
export const triageReason = (
  cases: CasePolicy | undefined,
  { kindBy }: Pick<Case, "kindBy">,
  language: Language,
): string | undefined => {
  const { triage } = cases ?? {};
  if (kindBy === "otherwise") return triage?.reason[language];
  return triage?.rules.find(({ id }) => id === kindBy)?.reason[language];
};
