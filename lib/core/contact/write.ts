import { putWords } from "#core/case/words.ts";
import { type Lettered, writeLettered } from "#core/lettered.ts";
import type { Instant } from "#core/time.ts";
import { nextLook } from "./come.ts";
import type { RelationDecided } from "./decided.ts";
import type { Relation } from "./relation.ts";

/** One transaction: the head, the entry with the letters that it owes, the words, and the rounds. */
export const writeRelation = (
  before: Relation | undefined,
  decided: RelationDecided,
  now: Instant,
  salt: string,
): Lettered<Relation> => {
  const written = writeLettered(before, decided, nextLook, now);
  const { words } = decided;
  const said = words === undefined ? [] : [putWords(written.after, written.after.rev, words, salt)];
  return { ...written, writes: [...written.writes, ...said, ...decided.writes] };
};
