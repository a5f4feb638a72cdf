import { type CaseKind, kindsOf } from "../../case-kinds.ts";
import type { Policy } from "../../shape.ts";
import type { Language } from "../../vocabulary.ts";
import type { ExplainedRule } from "../rule.ts";
import { commonRules } from "./common-rules.ts";
import { type CaseExample, caseExample, type ReceivedCase } from "./example.ts";
import { kindRules } from "./kind-rules.ts";
import { caseWording } from "./wording.ts";

/** What a policy promises about cases: what holds for all, then one kind after the other. */
export interface ExplainedCases {
  readonly title: string;
  readonly rules: readonly ExplainedRule[];
  readonly kinds: readonly {
    readonly kind: CaseKind;
    readonly title: string;
    readonly rules: readonly ExplainedRule[];
    readonly example?: CaseExample;
  }[];
}

/** @param received the case of the example; without one there is none. */
export const explainCases = (
  policy: Policy,
  language: Language,
  received: ReceivedCase | undefined,
): ExplainedCases | undefined => {
  const { cases, company } = policy;
  if (cases === undefined) return undefined;
  const wording = caseWording(language, cases);
  const { texts, say, list } = wording;
  const kinds = kindsOf(cases);
  return {
    title: say(texts.title, { company, kinds: list(kinds.map(([name]) => texts.kinds[name])) }),
    rules: commonRules(policy, cases, wording),
    kinds: kinds.map(([name, kind]) => ({
      kind: name,
      title: texts.heading[name],
      rules: kindRules(name, kind, wording),
      ...(received !== undefined && { example: caseExample(policy, kind, received, wording) }),
    })),
  };
};
