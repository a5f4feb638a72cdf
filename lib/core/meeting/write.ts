import { type Actor, asChange, type Change, recordChange } from "#core/change.ts";
import { type Write, wake } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type Meeting, nextMeetingLook } from "./meeting.ts";

export interface MeetingDecided {
  readonly after: Meeting;
  readonly actor: Actor;
  readonly action: string;
  readonly tell: readonly string[];
}

/** One transaction: the head, and the entry with the letters that it owes. */
export const writeMeeting = (
  before: Meeting | undefined,
  { after, actor, action, tell }: MeetingDecided,
  now: Instant,
): { readonly writes: readonly Write[]; readonly change: Change; readonly after: Meeting } => {
  const { wakeShard: _shard, wakeAt: _at, ...state } = after;
  const next: Meeting = { ...state, rev: (before?.rev ?? 0) + 1 };
  const head = { ...next, ...wake(next, nextMeetingLook(next)) };
  const entry = recordChange(next, now, {
    actor,
    action,
    owed: tell.map((letter) => ({ effect: "tell-letter" as const, letter })),
  });
  return {
    after: head,
    change: asChange(entry.put),
    writes: [
      { put: head, if: before === undefined ? { exists: false } : { equals: { rev: before.rev } } },
      entry,
    ],
  };
};
