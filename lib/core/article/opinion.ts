import type { ArticlePolicy } from "#core/policy/articles.ts";
import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { dateIn } from "#core/wall-clock.ts";

export type Useful = "yes" | "no";

/** Which article, and whose answer: a digest of what only the reader's own page keeps. */
export interface Reader {
  readonly pack: string;
  readonly article: string;
  readonly reader: string;
}

/** Where a reader's answer to an article stands; there is at most one. `month` is that of the first answer, for good. */
export interface Answered extends Key {
  readonly type: "article-answered";
  readonly rev: number;
  readonly month: string;
}

/** What a reader said of an article, the newest answer. It stands in the list of its month, which reports count. */
export interface Opinion extends Key {
  readonly type: "opinion";
  readonly article: string;
  readonly answer: Useful;
  /** What was missing. Lives in the table alone. */
  readonly comment?: string;
  readonly version: number;
  readonly firstAt: Instant;
  readonly at: Instant;
}

export const answeredKey = ({ pack, article, reader }: Reader): Key => ({
  pk: `${pack}#article#${article}#${reader}`,
  sk: "head",
});

export const opinionKey = ({ pack, article, reader }: Reader, month: string): Key => ({
  pk: opinionsOf(pack),
  sk: `${month}#${article}#${reader}`,
});

export const opinionsOf = (pack: string): string => `${pack}#opinions`;

export const asAnswered = (item: Item): Answered => item as unknown as Answered;
export const asOpinion = (item: Item): Opinion => item as unknown as Opinion;

/** In the company's zone, `2026-12`. */
export const monthOf = (timeZone: string, at: Instant): string =>
  dateIn(timeZone, at).slice(0, "2026-12".length);

/** The id of the team that keeps an article. */
export const keeperOf = ({ keeper, kept = [] }: ArticlePolicy, article: string): string =>
  kept.find(({ id }) => id === article)?.keeper ?? keeper;
