import type { CaseKindPolicy } from "#core/policy/cases.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Deed, StaffWish } from "./action.ts";
import type { Case } from "./case.ts";
import { type CaseRefusal, type CaseRules, type Decided, refuseAct } from "./decided.ts";

type Clarifying = NonNullable<CaseKindPolicy["clarifying"]>;

/** What staff found out about what is asked, and why (expandit, "Allgemeine Kommunikationsmaßstäbe"). For staff alone. */
export const clarify = (
  it: Case,
  { kind }: CaseRules,
  { answers }: StaffWish["clarify"],
  { actor }: Deed,
): Decided | CaseRefusal => {
  const known = (kind.clarifying?.questions ?? []).map(({ id }) => id);
  const strange = Object.keys(answers).find((id) => !known.includes(id));
  if (strange !== undefined) return refuseAct("not-offered", `Nothing is clarified under "${strange}" here.`);
  const clarified = known.filter((id) => it.clarified?.includes(id) || answers[id] !== undefined);
  return { after: { ...it, clarified }, actor, action: "clarified", tell: [], words: { answers } };
};

/** Why an act asks first: something that should be understood is not. Whoever confirms it goes on all the same. */
export const notClarified = (
  it: Case,
  { kind, policy }: CaseRules,
  wanted: Clarifying["asksBefore"][number],
  { confirm }: { readonly confirm?: true | undefined },
): CaseRefusal | undefined => {
  const { clarifying } = kind;
  if (confirm || clarifying === undefined || !clarifying.asksBefore.includes(wanted)) return undefined;
  const open = checklist(kind, it, policy.languages[0] ?? "en").filter(({ done }) => !done);
  return open.length === 0
    ? undefined
    : refuseAct(
        "not-clarified",
        `Not clarified yet: ${open.map(({ name }) => name).join(" · ")}. Clarify it, or send it again with "confirm": true.`,
      );
};

/** The questions of its kind, and which of them staff have answered. */
export const checklist = (
  { clarifying }: Pick<CaseKindPolicy, "clarifying">,
  { clarified = [] }: Pick<Case, "clarified">,
  language: Language,
): { readonly id: string; readonly name: string; readonly done: boolean }[] =>
  (clarifying?.questions ?? []).map(({ id, name }) => ({
    id,
    name: name[language],
    done: clarified.includes(id),
  }));
