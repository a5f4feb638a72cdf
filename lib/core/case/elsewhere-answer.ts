import type { SystemPolicy } from "#core/policy/systems.ts";
import { type TaskKind } from "#core/task.ts";
import { duration, hour, type Instant, type Milliseconds, plus } from "#core/time.ts";
import type { Elsewhere, Remote, Telling, Trouble } from "./elsewhere.ts";
import { nextTry } from "./elsewhere-next.ts";

/** What another system is told. Nothing personal; the same `seq` comes with the same content at each attempt. */
export interface ElsewhereErrand extends Pick<Telling, "seq" | "what" | "picture"> {
  readonly pack: string;
  readonly number: string;
  readonly receivedAt: Instant;
  readonly system: SystemPolicy;
  /** As it was known there before. */
  readonly remote?: Remote;
}

/**
 * How one attempt to tell another system ended. `told`: it has it. `later`: it may have it, or not; the same is told again.
 * `refused`: it will never take this. `unconnected`: nobody gave us a way in. `off`: nobody is to be told.
 */
export type ElsewhereAnswer =
  | { readonly outcome: "told"; readonly remote: Remote }
  | {
      readonly outcome: "later";
      readonly reason: string;
      /** It asked to be left alone for so long. */
      readonly after?: Milliseconds;
      /** Nothing but a person puts that right: told at once. */
      readonly needsPerson?: true;
    }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "unconnected" }
  | { readonly outcome: "off" };

/** What follows from an answer: how the item stands then, when it wakes, and who must hear of it. */
export interface Followed {
  readonly after: Elsewhere;
  readonly wakeAt: Instant | undefined;
  readonly task?: { readonly what: TaskKind; readonly reason: string };
}

/** Given up or not connected: so often somebody may have changed that. */
const lookAgainAfter = hour;
const remembered = 20;

/** @param patience of the system's policy. */
export const followAnswer = (
  before: Elsewhere,
  answer: ElsewhereAnswer,
  patience: Pick<SystemPolicy, "alertAfter" | "giveUpAfter">,
  now: Instant,
): Followed => {
  const { claim: _claim, ...free } = before;
  switch (answer.outcome) {
    case "told":
      return told(free, answer.remote, now);
    case "later":
      return later(free, answer, patience, now);
    case "refused": {
      // It was surely not taken: what is told next is made anew, under an id of its own.
      const { telling: _telling, ...without } = free;
      return giveUp(without, troubleOf(free, answer.reason, now), now);
    }
    case "unconnected":
      return {
        after: free,
        wakeAt: plus(now, lookAgainAfter),
        task: { what: "elsewhere-unconnected", reason: "no-credentials" },
      };
    case "off":
      return { after: free, wakeAt: undefined };
  }
};

const told = (before: Elsewhere, remote: Remote, now: Instant): Followed => {
  const { telling, trouble: _trouble, givenUp: _given, ...calm } = before;
  if (telling === undefined) return { after: before, wakeAt: now };
  const { picture, caseRev, what, last } = telling;
  const history = [...before.history, { what, at: now }].slice(-remembered);
  const after = { ...calm, told: { picture, caseRev }, remote, history };
  return { after, wakeAt: last && before.wanted <= caseRev ? undefined : now };
};

const later = (
  before: Elsewhere,
  { reason, after: asked, needsPerson }: Extract<ElsewhereAnswer, { outcome: "later" }>,
  { alertAfter, giveUpAfter }: Pick<SystemPolicy, "alertAfter" | "giveUpAfter">,
  now: Instant,
): Followed => {
  const trouble = troubleOf(before, reason, now);
  if (now >= plus(trouble.since, duration(giveUpAfter))) return giveUp(before, trouble, now);
  const wakeAt = nextTry(before.number, trouble.attempts, now, asked);
  const overdue = needsPerson === true || now >= plus(trouble.since, duration(alertAfter));
  if (!overdue || trouble.alerted) return { after: { ...before, trouble }, wakeAt };
  return {
    after: { ...before, trouble: { ...trouble, alerted: true } },
    wakeAt,
    task: { what: "elsewhere-late", reason },
  };
};

const giveUp = (before: Elsewhere, trouble: Trouble, now: Instant): Followed => ({
  after: { ...before, trouble, givenUp: { at: now, wanted: before.wanted } },
  wakeAt: plus(now, lookAgainAfter),
  task: { what: "elsewhere-given-up", reason: trouble.reason },
});

const troubleOf = ({ trouble }: Elsewhere, reason: string, now: Instant): Trouble => ({
  ...(trouble ?? { since: now }),
  attempts: (trouble?.attempts ?? 0) + 1,
  reason,
});
