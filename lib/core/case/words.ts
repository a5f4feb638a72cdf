import type { Item, Key, Write } from "#core/table.ts";
import type { Cost } from "./cost.ts";

/**
 * What somebody wrote when they acted: beside the change, in an item of its own, so that it can be erased and the change
 * still stands. Never in a promise, an execution or a log.
 */
export interface Words {
  readonly text?: string;
  /** Why a date moves. */
  readonly reason?: string;
  /** Why it cannot be resolved: what was found, why, and who looks at it next. */
  readonly findings?: string;
  readonly reasons?: string;
  readonly next?: string;
  /** Who else was asked: it is personal as well, and goes when the text goes. */
  readonly thirdParty?: ThirdParty;
  /** What it costs, or that it is covered. */
  readonly cost?: Cost;
  /** What staff found out about a question. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The person who answered a notice of costs. */
  readonly by?: string;
}

/** Somebody who is no customer of the case and may know something that it needs: who installed it, say. */
export interface ThirdParty {
  readonly name: string;
  /** Lower-cased. */
  readonly email: string;
}

export const wordsKey = ({ pk }: Pick<Key, "pk">, rev: number): Key => ({
  pk,
  sk: `words#${String(rev).padStart(6, "0")}`,
});

/** Goes into the transaction of the change; the salt of their digest goes when they do. */
export const putWords = (subject: Pick<Key, "pk">, rev: number, words: Words, salt: string): Write => ({
  put: { ...wordsKey(subject, rev), type: "words", rev, words, salt },
  if: { exists: false },
});

/** None where nothing was written, or it was erased. */
export const wordsOf = (item: Item | undefined): Words => (item?.["words"] ?? {}) as Words;
