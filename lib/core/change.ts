import type { SystemId } from "./policy/case-words.ts";
import { asleep, type Item, type Key, type Write, wake } from "./table.ts";
import type { Instant } from "./time.ts";

/** What a committed change still owes the world. Ids only: it is read by people in consoles. Each may be carried out twice. */
export type Effect =
  | {
      readonly effect: "start-execution";
      readonly machine: string;
      readonly name: string;
      readonly input: string;
    }
  | {
      readonly effect: "stop-execution";
      readonly machine: string;
      readonly name: string;
      readonly cause: string;
    }
  | { readonly effect: "deliver"; readonly promise: string }
  /** A moment of a case has moved: its execution, if it still waits on an earlier beat, looks again. */
  | { readonly effect: "wake-case"; readonly beat: number }
  /** Another system is to look like the case at this change. */
  | { readonly effect: "tell-elsewhere"; readonly system: SystemId }
  /** Answers the execution that waits for a session's outcome, or does what that would have done. */
  | { readonly effect: "follow-outcome" }
  /** A time of a host that a change gave back: whoever waits for one like it is asked first. */
  | {
      readonly effect: "offer-slot";
      readonly host: string;
      readonly start: Instant;
      readonly sessionType: string;
    }
  | { readonly effect: "deliver-offer"; readonly entry: string; readonly version: number }
  | { readonly effect: "pass-on"; readonly offer: string }
  /** What is kept for somebody passes on, if they may not have it any more. */
  | { readonly effect: "release-offer"; readonly entry: string }
  /** Whoever has booked what they waited for waits no more. */
  | { readonly effect: "leave-line"; readonly entry: string }
  /** A letter about steady contact that a relation or a meeting owes. */
  | { readonly effect: "tell-letter"; readonly letter: string }
  /** The letter about a judgement. */
  | { readonly effect: "tell-conduct" }
  /** A session that what was decided takes away: cancelled in the company's name, like any other. */
  | { readonly effect: "withdraw"; readonly code: string; readonly because: string };

/**
 * The one entry of a change: who, what, why and when, for the audit; and what is still owed, for the sweeper. Both commit
 * with the new state, so neither can be missing.
 */
export interface Change extends Key {
  readonly type: "change";
  /** The subject's `rev` that this change wrote: at most one entry can exist for it. */
  readonly rev: number;
  readonly version: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly action: string;
  readonly onBehalfOf?: "customer";
  /** For a change or cancellation of an appointment: `late` counts as a no-show. */
  readonly notice?: "in-time" | "late";
  readonly reason?: string;
  readonly owed?: readonly Effect[];
}

/** `customer`, `kept` for what time alone brought, or `staff:NAME`. */
export type Actor = "customer" | "kept" | `staff:${string}`;

export type ChangeFacts = Pick<Change, "actor" | "action" | "onBehalfOf" | "notice" | "reason" | "owed">;

export const changeKey = ({ pk }: Pick<Key, "pk">, rev: number): Key => ({
  pk,
  sk: `change#${String(rev).padStart(6, "0")}`,
});

/** The write that goes into the transaction of the change; owed effects wake the sweeper from that very moment. */
export const recordChange = (
  subject: { pk: string; rev: number; version: number },
  at: Instant,
  facts: ChangeFacts,
): Write & { put: Item } => {
  const key = changeKey(subject, subject.rev);
  const { rev, version } = subject;
  const owes = facts.owed !== undefined && facts.owed.length > 0;
  return {
    put: { ...key, type: "change", rev, version, at, ...facts, ...(owes && wake(key, at)) },
    if: { exists: false },
  };
};

/** Written once everything owed was carried out; a second run finds nothing to take off, which is as good. */
export const paid = (key: Key): Write => ({
  update: key,
  remove: ["owed", ...asleep],
  if: { exists: true },
});

/** The table gives items; what stands under `change#` is one, for only `recordChange` writes there. */
export const asChange = (item: Item): Change => item as unknown as Change;
