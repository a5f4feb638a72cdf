import { day, type Instant, minute, plus } from "#core/time.ts";
import { type Case, type CasePromised, isOver } from "./case.ts";
import type { CaseLetter } from "./decided.ts";
import { isOpen } from "./moments.ts";
import { isAsked } from "./request.ts";

/** Ours, for schedulers and providers take their minutes. */
const punctual = 5 * minute;
/** Ours: what a person wrote about a case is worth having for a week. */
const usefulFor = 7 * day;

/** The messages of the change `rev`, each under a name that no other change can have. */
export const promisesOf = (
  letters: readonly CaseLetter[],
  rev: number,
  worded: boolean,
  now: Instant,
): Record<string, CasePromised> =>
  Object.fromEntries(
    letters.map((letter, nth) => [
      `${letter.kind}-${rev}${nth === 0 ? "" : `-${nth + 1}`}`,
      promised(letter, rev, worded, now),
    ]),
  );

const promised = (
  { kind, plain, entry, sendUntil, ...terms }: CaseLetter,
  rev: number,
  worded: boolean,
  now: Instant,
): CasePromised => ({
  ...terms,
  kind,
  channel: "email",
  opens: now,
  due: plus(now, punctual),
  sendUntil: sendUntil ?? plus(now, usefulFor),
  state: "open",
  ...(entry !== undefined ? { entry } : worded && !plain ? { entry: rev } : {}),
});

/** What no longer holds is not sent any more: a warning of what was done, a question that was answered. */
export const withoutVoid = (it: Case, now: Instant): Case["promises"] =>
  Object.fromEntries(
    Object.entries(it.promises).map(([name, each]) => [
      name,
      each.state === "open" && isVoid(it, each)
        ? { ...each, state: "void" as const, at: now, reason: "no longer owed" }
        : each,
    ]),
  );

const isVoid = (it: Case, { kind, milestone, entry }: CasePromised): boolean => {
  if (milestone !== undefined) return !it.milestones.some((each) => each.id === milestone && isOpen(each));
  if (kind === "satisfaction") return !isOver(it);
  const asked = it.requests.find((each) => each.entry === entry);
  if (kind === "information-request") return asked === undefined || !isAsked(asked);
  return kind === "cost-notice" && asked?.ended !== undefined && asked.ended.how !== "told";
};
