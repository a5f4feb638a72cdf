import { day, type Instant, plus, second } from "#core/time.ts";
import type { RelationDecided } from "./decided.ts";
import { oweLetter } from "./owed-letter.ts";
import type { Relation } from "./relation.ts";
import { breakRound } from "./round.ts";

/** Whoever is told late that nobody called should still call: a week is ours. */
const alertUntil = 7 * day;

/** When time alone brings something about: the task, then the alert, each once in a round. */
export const nextLook = ({ announced, missed, announceAt, due }: Relation): Instant | undefined => {
  if (missed) return undefined;
  return announced ? plus(due, second) : announceAt;
};

/** What time has brought by now: one thing at a time, and none twice, for it is noted in the write that owes its letter. */
export const contactCame = (before: Relation, now: Instant): RelationDecided | undefined => {
  if (before.missed || now < before.announceAt) return undefined;
  if (now > before.due) return missed(before, now);
  return before.announced ? undefined : announced(before, now);
};

const missed = (before: Relation, now: Instant): RelationDecided => {
  const alert = oweLetter("staff-contact-missed", now, plus(now, alertUntil));
  const letters = { ...before.letters, missed: alert, above: alert };
  return {
    after: { ...before, announced: true, missed: true, letters },
    actor: "kept",
    action: "contact-missed",
    writes: [breakRound(before)],
    tell: ["missed", "above"],
  };
};

const announced = (before: Relation, now: Instant): RelationDecided => ({
  after: {
    ...before,
    announced: true,
    letters: { ...before.letters, due: oweLetter("staff-contact-due", now, before.due) },
  },
  actor: "kept",
  action: "contact-announced",
  writes: [],
  tell: ["due"],
});
