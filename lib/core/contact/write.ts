import { putWords } from "#core/case/words.ts";
import { asChange, type Change, recordChange } from "#core/change.ts";
import { type Write, wake } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { nextLook } from "./come.ts";
import type { RelationDecided } from "./decided.ts";
import type { Relation } from "./relation.ts";

/** One transaction: the head, the entry with the letters that it owes, the words, and the rounds. */
export const writeRelation = (
  before: Relation | undefined,
  { after, actor, action, reason, words, writes, tell }: RelationDecided,
  now: Instant,
  salt: string,
): { readonly writes: readonly Write[]; readonly change: Change; readonly after: Relation } => {
  const { wakeShard: _shard, wakeAt: _at, ...state } = after;
  const next: Relation = { ...state, rev: (before?.rev ?? 0) + 1 };
  const head = { ...next, ...wake(next, nextLook(next)) };
  const entry = recordChange(next, now, {
    actor,
    action,
    ...(reason !== undefined && { reason }),
    owed: tell.map((letter) => ({ effect: "tell-letter" as const, letter })),
  });
  return {
    after: head,
    change: asChange(entry.put),
    writes: [
      { put: head, if: before === undefined ? { exists: false } : { equals: { rev: before.rev } } },
      entry,
      ...(words === undefined ? [] : [putWords(next, next.rev, words, salt)]),
      ...writes,
    ],
  };
};
