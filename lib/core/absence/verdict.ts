import type { Case } from "#core/case/case.ts";
import type { Instant } from "#core/time.ts";
import type { Absence, AbsenceEnd } from "./absence.ts";

/**
 * Whether the promise of an automatic answer was kept: every one that was owed went out, or nobody wrote.
 * @param cases those on which somebody was answered.
 */
export const verdict = (
  { id, automaticAnswer }: Absence,
  cases: readonly Case[],
  at: Instant,
): AbsenceEnd => {
  if (automaticAnswer === "own") return { state: "kept", at, evidence: "by their own mail program" };
  const answers = cases.flatMap(({ promises }) =>
    Object.values(promises).filter(({ away }) => away?.absence === id),
  );
  const lost = answers.filter(({ state }) => state !== "kept" && state !== "late").length;
  return lost === 0
    ? { state: "kept", at, evidence: `${answers.length} answered` }
    : { state: "broken", at, evidence: `${lost} of ${answers.length} not answered` };
};
