import { recordChange } from "#core/change.ts";
import type { Item, Write } from "#core/table.ts";
import { openTask } from "#core/task.ts";
import type { Instant } from "#core/time.ts";
import {
  type Answered,
  answeredKey,
  monthOf,
  type Opinion,
  opinionKey,
  type Reader,
  type Useful,
} from "./opinion.ts";

/** What a reader pressed, and wrote. */
export interface Pressed {
  readonly answer: Useful;
  /** Left out: what was written before stays, as long as the answer is the same. */
  readonly comment?: string | undefined;
}

/** A reader's answer as it stood before; both or none. */
export interface Before {
  readonly head: Answered;
  readonly opinion: Opinion;
  /** What waits for the keeper because of it, if that still does. */
  readonly task?: Item;
}

/** The answer as it is from now on, and what writes it; nothing to write where it says nothing new. */
export interface Decided {
  readonly opinion: Opinion;
  readonly writes: readonly Write[];
}

interface Circumstances {
  readonly timeZone: string;
  /** The name of the team that keeps the article. */
  readonly keeper: string;
  readonly now: Instant;
}

/** One answer for each reader and article, the newest; a "no" is a task for whoever keeps the article (solar). */
export const answerArticle = (
  who: Reader,
  before: Before | undefined,
  pressed: Pressed,
  circumstances: Circumstances,
): Decided => {
  const { timeZone, now } = circumstances;
  const month = before?.head.month ?? monthOf(timeZone, now);
  const opinion = opinionOf(who, before?.opinion, pressed, { month, now });
  if (before !== undefined && says(opinion, before.opinion)) return { opinion: before.opinion, writes: [] };
  return {
    opinion,
    writes: [...kept(who, before?.head, opinion, month), ...tasks(who, before, opinion, circumstances)],
  };
};

const opinionOf = (
  who: Reader,
  before: Opinion | undefined,
  { answer, comment }: Pressed,
  { month, now }: { readonly month: string; readonly now: Instant },
): Opinion => {
  const written = comment ?? (before?.answer === answer ? before.comment : undefined);
  return {
    ...opinionKey(who, month),
    type: "opinion",
    article: who.article,
    answer,
    ...(written !== undefined && { comment: written }),
    version: (before?.version ?? 0) + 1,
    firstAt: before?.firstAt ?? now,
    at: now,
  };
};

const says = (one: Opinion, other: Opinion): boolean =>
  one.answer === other.answer && one.comment === other.comment;

const kept = (who: Reader, head: Answered | undefined, opinion: Opinion, month: string): Write[] => {
  const rev = opinion.version;
  const next: Answered = { ...answeredKey(who), type: "article-answered", rev, month };
  const first = head === undefined;
  return [
    { put: { ...next }, if: first ? { exists: false } : { equals: { rev: head.rev } } },
    { put: { ...opinion }, if: first ? { exists: false } : { equals: { version: head.rev } } },
    recordChange({ pk: next.pk, rev, version: rev }, opinion.at, {
      actor: "customer",
      action: opinion.answer === "yes" ? "found-useful" : "found-not-useful",
    }),
  ];
};

/** A later answer takes the place of what waited because of the one before. */
const tasks = (
  { pack, article, reader }: Reader,
  before: Before | undefined,
  { answer, version, comment, at }: Opinion,
  { keeper }: Circumstances,
): Write[] => {
  const taken: Write[] =
    before?.task === undefined
      ? []
      : [{ delete: keyIn(before.task), if: { exists: true, missing: ["done"] } }];
  if (answer === "yes") return taken;
  const said = comment === undefined ? "the reader did not say why" : "the reader wrote why";
  const about = { code: article, version, promise: promiseOf(reader) };
  return [...taken, openTask(pack, "article-not-useful", about, `for ${keeper}: ${said}`, at)];
};

const keyIn = ({ pk, sk }: Item) => ({ pk, sk });

const promiseOf = (reader: string): string => `useful-${reader}`;

/** Where the task of an answer stands, if it is a "no". */
export const taskOf = ({ pack, article, reader }: Reader, { version, at }: Opinion) => {
  const { pk, sk } = openTask(
    pack,
    "article-not-useful",
    { code: article, version, promise: promiseOf(reader) },
    "",
    at,
  ).put;
  return { pk, sk };
};
