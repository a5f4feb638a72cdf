import type { ArticlePolicy } from "#core/policy/articles.ts";
import type { Instant } from "#core/time.ts";
import { keeperOf, type Opinion, type Useful } from "./opinion.ts";

/** What readers said of one article in one month: each reader once, by the newest answer, in the month of their first. */
export interface CountedArticle {
  readonly month: string;
  readonly article: string;
  readonly keeper: string;
  readonly yes: number;
  readonly no: number;
  /** The newest first, and no more of them than somebody reads. */
  readonly comments: readonly { readonly answer: Useful; readonly comment: string; readonly at: Instant }[];
}

/** Ours: an answer of the API stays well under what a Lambda may answer. */
const mostComments = 20;

/** By month and article, in that order. */
export const countArticles = (
  policy: ArticlePolicy,
  opinions: readonly Opinion[],
): readonly CountedArticle[] =>
  [...Map.groupBy(opinions, ({ sk }) => sk.split("#").slice(0, 2).join("#"))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, those]) => {
      const [month = "", article = ""] = name.split("#");
      return { month, article, keeper: keeperOf(policy, article), ...counted(those) };
    });

const counted = (those: readonly Opinion[]): Pick<CountedArticle, "yes" | "no" | "comments"> => ({
  yes: those.filter(({ answer }) => answer === "yes").length,
  no: those.filter(({ answer }) => answer === "no").length,
  comments: those
    .flatMap(({ answer, comment, at }) => (comment === undefined ? [] : [{ answer, comment, at }]))
    .toSorted((one, other) => (one.at > other.at ? -1 : 1))
    .slice(0, mostComments),
});
