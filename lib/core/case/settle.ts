import type { PromiseState } from "#core/appointment/appointment.ts";
import { withoutOutcome } from "#core/appointment/settle.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import type { Seal } from "./chain.ts";
import type { Milestone } from "./milestone.ts";
import { writeCase } from "./write.ts";

/**
 * How a message about a case ended. One that never reached the customer keeps nothing: what it had kept is owed again,
 * with the same deadline, and an answer that nobody has read is no answer.
 */
export const settleCase = (
  it: Case,
  promise: string,
  state: PromiseState,
  now: Instant,
  seal: Seal,
): Write[] => {
  const keeps = it.promises[promise]?.keeps ?? [];
  if (state.state !== "failed" || isOver(it) || !it.milestones.some((each) => isKeptBy(each, keeps)))
    return [settled(it, promise, state)];
  const promises = { ...it.promises, [promise]: { ...withoutOutcome(it.promises[promise]), ...state } };
  const { closeAt: _closes, answeredAt: _answered, ...open } = it;
  const after = {
    ...(isWorkedOn(it) ? it : { ...open, status: "open" as const }),
    promises: promises as Case["promises"],
    milestones: it.milestones.map((each) => (isKeptBy(each, keeps) ? openedAnew(each) : each)),
  };
  const decided = { after, actor: "kept", action: "message-lost", reason: promise, tell: [] } as const;
  return [...writeCase(it, { ...decided, ...(!isWorkedOn(it) && { newRun: {} }) }, now, seal).writes];
};

const settled = (it: Case, promise: string, state: PromiseState): Write => ({
  update: { pk: it.pk, sk: it.sk },
  set: {
    [`promises.${promise}`]: { ...withoutOutcome(it.promises[promise]), ...state },
    rev: it.rev + 1,
  },
  if: { equals: { rev: it.rev } },
});

type Done = Extract<Milestone, { state: "kept" | "late" }>;

const isKeptBy = (milestone: Milestone, keeps: readonly string[]): milestone is Done =>
  keeps.includes(milestone.id) && (milestone.state === "kept" || milestone.state === "late");

/** One that was late stays missed: nobody hears of it a second time. */
const openedAnew = (done: Done): Milestone => {
  if (done.due === undefined) return { id: done.id, action: done.action, state: "undated" };
  const { at: _at, ...dated } = done;
  return { ...dated, state: done.state === "late" ? "broken" : "open" };
};
