import { type Actor, recordChange } from "#core/change.ts";
import { asleep, type Item, type Write, wake } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type Absence, type AbsenceEnd, nextInBook, putListed, takeOffList } from "./absence.ts";

/** Entered once: whoever entered another meanwhile is seen first. */
export const entered = (it: Absence, book: Item | undefined, actor: Actor): Write[] => [
  { put: { ...it }, if: { exists: false } },
  nextInBook(it.pack, book),
  putListed(it),
  recordChange(it, it.madeAt, { actor, action: "entered" }),
];

/** The state after one more change, with its entry. */
const changed = (
  before: Absence,
  changes: Partial<Absence>,
  wakeAt: Instant | undefined,
  { actor, action, now }: { readonly actor: Actor; readonly action: string; readonly now: Instant },
): Write[] => {
  const rev = before.rev + 1;
  const { pk, sk } = before;
  return [
    {
      update: { pk, sk },
      set: { ...changes, rev, ...wake(before, wakeAt) },
      ...(wakeAt === undefined && { remove: [...asleep] }),
      if: { equals: { rev: before.rev } },
    },
    recordChange({ pk, rev, version: before.version }, now, { actor, action }),
  ];
};

/** What was theirs has been passed on; the sweeper looks again when they are back. */
export const begun = (it: Absence, now: Instant): Write[] =>
  changed(it, { begunAt: now }, it.to, { actor: "kept", action: "began", now });

/** They are back. */
export const ended = (it: Absence, end: AbsenceEnd, now: Instant): Write[] =>
  changed(it, { ended: end }, undefined, { actor: "kept", action: "ended", now });

/** From now on they are there; an absence that had not begun promised nobody anything. */
export const endedEarly = (it: Absence, actor: Actor, now: Instant): Write[] => [
  ...(it.from < now
    ? changed(it, { endedEarly: true, to: now }, now, { actor, action: "ended-early", now })
    : changed(it, { endedEarly: true, ended: cancelled(now) }, undefined, {
        actor,
        action: "cancelled",
        now,
      })),
  takeOffList(it),
];

const cancelled = (at: Instant): AbsenceEnd => ({ state: "void", at, evidence: "cancelled" });
