import type { Policy } from "../../shape.ts";
import { accessRules } from "../access-rules.ts";
import { type ExplainedRule, explained } from "../rule.ts";
import { wordingIn } from "../wording.ts";
import type { CaseWording } from "./wording.ts";

/** What an account has, where that is not said with appointments already; and what readers of articles are asked. */
export const grantRules = (policy: Policy, wording: CaseWording): ExplainedRule[] => [
  ...(policy.appointments === undefined
    ? accessRules(policy, { sessionTypes: [] }, wordingIn(wording.language))
    : []),
  ...benefitRules(policy, wording),
  ...articleRules(policy, wording),
];

const benefitRules = ({ access }: Policy, wording: CaseWording): ExplainedRule[] => {
  const { benefits = [], levels } = access ?? {};
  const { texts, say, list } = wording;
  return [
    ...benefits.map((each) => {
      const needs = list(each.needs.map((need) => texts.needs[need]));
      const facts = { benefit: texts.benefits[each.id], needs, some: String(each.needs.length > 0) };
      return explained(`benefit.${each.id}`, each, say(texts.benefit, facts));
    }),
    ...(levels === undefined
      ? []
      : [
          explained(
            "levels",
            levels,
            say(texts.levels, { levels: list(levels.steps.map(priced(levels.currency, wording))) }),
          ),
        ]),
  ];
};

type Step = NonNullable<NonNullable<Policy["access"]>["levels"]>["steps"][number];

const priced =
  (currency: string, { language }: CaseWording) =>
  ({ name, price }: Step): string =>
    `${name[language]} (${price} ${currency})`;

const articleRules = ({ articles }: Policy, { texts, say, team }: CaseWording): ExplainedRule[] =>
  articles === undefined
    ? []
    : [
        explained("articles", articles, say(texts.articles, { keeper: team(articles.keeper) })),
        ...(articles.kept ?? []).map((each) =>
          explained(
            `articles.${each.id}`,
            each,
            say(texts.article, { article: each.id, keeper: team(each.keeper) }),
          ),
        ),
      ];
