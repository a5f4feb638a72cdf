import type { Ports } from "#adapters/ports.ts";
import { type CountedArticle, countArticles } from "#core/article/counted.ts";
import { asOpinion, monthOf, opinionsOf } from "#core/article/opinion.ts";
import type { Refusal } from "#core/errors.ts";
import type { Stretch } from "#core/ledger/ledger.ts";
import type { Policy } from "#core/policy/shape.ts";
import { plus } from "#core/time.ts";

/** What readers who first answered in that stretch of time say now, by month and article. */
export const readArticles = async (
  ports: Ports,
  { pack, timeZone, articles }: Policy,
  { from, to }: Stretch,
): Promise<readonly CountedArticle[] | Refusal<"no-articles">> => {
  if (articles === undefined)
    return { refused: "no-articles", detail: "The policy of this company asks about no articles." };
  const [first, last] = [monthOf(timeZone, from), monthOf(timeZone, plus(to, -1))];
  const found = (await ports.table.list(opinionsOf(pack), first, `${last}#~`)).map(asOpinion);
  return countArticles(
    articles,
    found.filter(({ firstAt }) => firstAt >= from && firstAt < to),
  );
};
