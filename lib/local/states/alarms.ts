import type { Instant } from "#core/time.ts";
import type { Clock, Timer } from "#local/ports.ts";
import type { Execution, Position, Progress } from "#local/states/execution.ts";
import { silent, timedOut } from "#local/states/invocation.ts";
import type { Walk } from "#local/states/stay.ts";
import { timeOut } from "#local/states/step.ts";
import { fail, wake } from "#local/states/walk.ts";

export type Work = (walk: Walk) => Progress;

/** The timers of running executions. */
export interface Alarms {
  /** Replaces those that the execution had; one that is over gets none. */
  set(execution: Execution, ring: (work: Work) => void): void;
}

export const createAlarms = (clock: Pick<Clock, "at">): Alarms => {
  const timers = new Map<string, readonly Timer[]>();
  return {
    set: (execution, ring) => {
      for (const timer of timers.get(execution.arn) ?? []) timer.cancel();
      timers.set(
        execution.arn,
        moments(execution).map(({ at, work }) => clock.at(at, () => ring(work))),
      );
      if (execution.progress.status !== "RUNNING") timers.delete(execution.arn);
    },
  };
};

interface Moment {
  readonly at: Instant;
  readonly work: Work;
}

const moments = ({ progress, deadline }: Execution): Moment[] => {
  if (progress.status !== "RUNNING") return [];
  const own = ownMoments(progress.at);
  return deadline === undefined ? own : [...own, { at: deadline, work: timeOut }];
};

/** A plain invocation has none: while it is in flight, virtual time stands still or is real. */
const ownMoments = (position: Position): Moment[] => {
  if (position.doing === "invoke") return [];
  if (position.doing !== "callback") return [{ at: position.until, work: (walk) => wake(walk, position) }];
  const { expires, heartbeat } = position;
  return [
    ...when(expires, (walk) => fail(walk, position, timedOut, "TimedOut")),
    ...when(heartbeat?.due, (walk) => fail(walk, position, silent, "TimedOut")),
  ];
};

const when = (at: Instant | undefined, work: Work): Moment[] => (at === undefined ? [] : [{ at, work }]);
