import { asChange, type Effect, recordChange } from "#core/change.ts";
import { isTouched, untimed } from "#core/contacts/call.ts";
import { type Item, type Write, wake } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type Case, isWorkedOn } from "./case.ts";
import { chainOn, type Seal } from "./chain.ts";
import type { Decided } from "./decided.ts";
import { tellElsewhere } from "./elsewhere.ts";
import { startCase, stopCase } from "./execution.ts";
import { listWrites } from "./listed.ts";
import { caseLook } from "./look.ts";
import { inFront } from "./moments.ts";
import { nextMoment } from "./moments-of-case.ts";
import { promisesOf, withoutVoid } from "./promise.ts";
import { putWords } from "./words.ts";

export interface CaseWrites {
  readonly after: Case;
  /** The head first: a refusal of the first write means that the case was written meanwhile. */
  readonly writes: readonly Write[];
  readonly change: Item;
}

/**
 * One transaction: the head, the entry of the change with what it owes, and the words. All entries of a case are written
 * here, each chained to the one before. `before` is none at registration.
 */
export const writeCase = (
  before: Case | undefined,
  decided: Decided,
  now: Instant,
  seal: Seal,
): CaseWrites => {
  const { words } = decided;
  const next = nextRev(before, decided, now);
  const { put } = entryOf(before, next, decided, now);
  const { chained, chain } = chainOn(before, next, { entry: asChange(put), words }, seal);
  const after: Case = { ...next, chain };
  const change: Item = { ...put, ...chained };
  const writes: Write[] = [
    { put: { ...after }, if: before === undefined ? { exists: false } : { equals: { rev: before.rev } } },
    { put: change, if: { exists: false } },
    ...(words === undefined ? [] : [putWords(after, after.rev, words, seal.salts.words)]),
    ...listWrites(before, after),
  ];
  return { after, writes, change };
};

const entryOf = (before: Case | undefined, after: Case, decided: Decided, now: Instant) => {
  const { actor, action, reason } = decided;
  const letters = Object.keys(after.promises).filter((name) => before?.promises[name] === undefined);
  return recordChange(after, now, {
    actor,
    action,
    ...(reason !== undefined && { reason }),
    owed: [
      ...clockEffects(before, after, decided),
      ...tellElsewhere(before, after),
      ...letters.map((promise): Effect => ({ effect: "deliver", promise })),
    ],
  });
};

const nextRev = (before: Case | undefined, decided: Decided, now: Instant): Case => {
  const { tell, words } = decided;
  const rev = (before?.rev ?? 0) + 1;
  const state = { ...withItsCall(before, decided, ofItsRun(before, decided, now)), rev };
  const promises = {
    ...withoutVoid(state, now),
    ...promisesOf(tell, rev, words !== undefined, now),
  };
  const next = withBeat(before, { ...state, promises });
  return { ...next, ...wake(next, caseLook(next)) };
};

const ofItsRun = (before: Case | undefined, { after, newRun }: Decided, now: Instant): Case => {
  const { wakeShard: _shard, wakeAt: _at, ...state } = after;
  if (newRun === undefined) return state;
  const { lostAt: _lost, ...fresh } = state;
  return { ...fresh, run: (before?.run ?? 0) + 1, runSince: now };
};

/** In somebody's hands it waits for nobody else. */
const withItsCall = (before: Case | undefined, decided: Decided, it: Case): Case =>
  before === undefined || it.call === undefined || !isTouched(before, decided)
    ? it
    : { ...it, call: untimed(it.call) };

const withBeat = (before: Case | undefined, next: Case): Case =>
  before !== undefined && face(before) === face(next) ? next : { ...next, beat: (before?.beat ?? 0) + 1 };

/** What an execution goes by: whether it is needed, what is in front, and when it must look again. */
const face = (it: Case): string =>
  JSON.stringify([isWorkedOn(it), it.run, inFront(it.milestones)?.id, nextMoment(it)]);

const clockEffects = (before: Case | undefined, after: Case, { newRun }: Decided): Effect[] => {
  if (newRun !== undefined) {
    const stopped = before !== undefined && newRun.stop !== undefined ? [stopCase(before, newRun.stop)] : [];
    return [...stopped, startCase(after)];
  }
  return before !== undefined && before.beat !== after.beat && isWorkedOn(before)
    ? [{ effect: "wake-case", beat: after.beat }]
    : [];
};
