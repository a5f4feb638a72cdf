import type { CountedArticle } from "#core/article/counted.ts";
import type { LedgerRow } from "#core/ledger/row.ts";
import type { Ending } from "#core/ledger/satisfaction.ts";
import type { Policy } from "#core/policy/shape.ts";
import { byRow } from "./by-row.ts";
import { figures } from "./figures.ts";
import { rowOfPromise } from "./mission.ts";
import { satisfied } from "./satisfied.ts";
import type { Report } from "./shown.ts";

/** What a company's ledger says of some days. */
export interface Account {
  readonly policy: Policy;
  readonly rows: readonly LedgerRow[];
  readonly endings: readonly Ending[];
  readonly articles: readonly Omit<CountedArticle, "comments">[];
}

export const compile = (companies: readonly Account[]): Report => {
  const promises = companies.flatMap(({ policy, rows }) =>
    figures(rows, policy.timeZone, rowOfPromise(policy)),
  );
  return {
    promises,
    rows: byRow(
      companies.map(({ policy }) => policy),
      promises,
    ),
    satisfaction: companies.flatMap(({ policy, endings }) => satisfied(endings, policy.timeZone)),
    articles: companies.flatMap(({ policy: { pack }, articles }) =>
      articles.map(({ month, article, keeper, yes, no }) => ({ pack, month, article, keeper, yes, no })),
    ),
  };
};
