import { createHolidays } from "#adapters/holidays.ts";
import { deployedPolicies } from "#adapters/policies.ts";
import { exampleDates } from "#core/policy/explain/example-dates.ts";
import { wordingIn } from "#core/policy/explain/wording.ts";
import { type Explanation, explainPolicy } from "#core/policy/explain.ts";
import type { Policy } from "#core/policy/shape.ts";
import { type Language, languages } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { outlineOf } from "#local/picture/outline.ts";
import { svgPicture } from "#local/picture/svg.ts";
import { readDefinition } from "#local/states/read-definition.ts";
import type { Runner } from "#local/states/runner.ts";

/** A company whose policy can be looked at. */
export interface PolicyName {
  readonly pack: string;
  readonly company: string;
  readonly languages: readonly Language[];
}

/** What a policy does: in words, with examples from today on, and as the machines that carry it out. */
export interface PolicyView {
  readonly explanation: Explanation;
  /** How the language says where a rule comes from: `{clause}`, `{reason}`. */
  readonly sources: { readonly clause: string; readonly ours: string };
  readonly machines: readonly { readonly name: string; readonly picture: string }[];
}

export const policyNames = (): PolicyName[] =>
  deployedPolicies().map(({ policy: { pack, company, languages: spoken } }) => ({
    pack,
    company,
    languages: spoken,
  }));

/** `undefined` where there is no such pack; in a language that nobody speaks here it is told in the policy's first. */
export const policyView = (
  runner: Runner,
  pack: string,
  wished: string | null,
  now: Instant,
): PolicyView | undefined => {
  const policy = deployedPolicies().find((each) => each.policy.pack === pack)?.policy;
  if (policy === undefined) return undefined;
  const language = languages.find((each) => each === wished) ?? policy.languages[0] ?? "en";
  const received = { at: now, tables: createHolidays() };
  const { clause, ours } = wordingIn(language).texts;
  return {
    explanation: explainPolicy(policy, language, exampleDates(policy, now), received),
    sources: { clause, ours },
    machines: machinesOf(runner, policy),
  };
};

const machinesOf = (runner: Runner, { pack }: Policy): PolicyView["machines"] =>
  runner
    .machines()
    .filter(({ name }) => name.startsWith(`kept-${pack}-`))
    .map(({ name, stateMachineArn }) => {
      const { definition } = runner.describeMachine(stateMachineArn);
      const outline = outlineOf(readDefinition(definition));
      return { name, picture: svgPicture(outline, { label: `The machine ${name}` }) };
    });
