import { asChange, type Change, type ChangeFacts, recordChange } from "./change.ts";
import { type Key, type Write, wake } from "./table.ts";
import type { Instant } from "./time.ts";

interface Head extends Key {
  readonly rev: number;
  readonly version: number;
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

interface Decided<State> extends Pick<ChangeFacts, "actor" | "action" | "reason"> {
  readonly after: State;
  /** Names of the letters that it comes to owe. */
  readonly tell: readonly string[];
}

export interface Lettered<State> {
  readonly writes: readonly Write[];
  readonly change: Change;
  readonly after: State;
}

/**
 * One transaction: the head, and the entry with the letters that it owes.
 * @param nextLook when time alone changes it next.
 */
export const writeLettered = <State extends Head>(
  before: State | undefined,
  { after, actor, action, reason, tell }: Decided<State>,
  nextLook: (it: State) => Instant | undefined,
  now: Instant,
): Lettered<State> => {
  const { wakeShard: _shard, wakeAt: _at, ...state } = after;
  const next = { ...state, rev: (before?.rev ?? 0) + 1 } as State;
  const head: State = { ...next, ...wake(next, nextLook(next)) };
  const item: Head = head;
  const entry = recordChange(next, now, {
    actor,
    action,
    ...(reason !== undefined && { reason }),
    owed: tell.map((letter) => ({ effect: "tell-letter" as const, letter })),
  });
  const guard = before === undefined ? { exists: false as const } : { equals: { rev: before.rev } };
  return { after: head, change: asChange(entry.put), writes: [{ put: { ...item }, if: guard }, entry] };
};
