import { epoch, fromEpoch, type Instant, type Milliseconds, minute } from "#core/time.ts";
import type { Clock, Invoke, Timer } from "./ports.ts";
import { account, region } from "./template/account.ts";
import type { Schedule } from "./template/records.ts";

export interface SchedulerSettings {
  readonly schedules: readonly Schedule[];
  readonly clock: Clock;
  readonly invoke: Invoke;
  /** The earliest moment at which anything in the table wants to be woken. */
  readonly earliestWake: () => Promise<Instant | undefined>;
  /** Whether what runs once a day has anything to do yet. Without it, it never has. */
  readonly daily?: () => boolean;
}

export interface Scheduler {
  /** Something may be due earlier than known: looks, and counts as in flight while it does. */
  look(): void;
}

/**
 * The template's schedules on the virtual clock. All but what runs once a day sweep the table for what is due, so a run
 * that would find nothing is not run: the next is armed at the first tick at or after the earliest wake.
 * Ticks stand on the grid of the rate, counted from 1970 in UTC.
 */
export const createScheduler = (settings: SchedulerSettings): Scheduler => {
  const { schedules, clock, invoke, earliestWake, daily = () => false } = settings;
  const armed = new Map<Schedule, Timer>();
  const ran = new Map<Schedule, Instant>();
  let looking = false;
  let lookAgain = false;

  /** Never twice at one tick: what a sweep could not settle would hold the clock there for ever. */
  const arm = (schedule: Schedule, earliest: Instant): void => {
    const last = ran.get(schedule);
    const from = last === undefined ? clock.now() : later(clock.now(), fromEpoch(epoch(last) + 1));
    const at = tick(schedule, later(earliest, from));
    const before = armed.get(schedule);
    if (before !== undefined && before.at <= at) return;
    before?.cancel();
    armed.set(
      schedule,
      clock.at(at, () => run(schedule)),
    );
  };

  const dailyFrom = (): Instant | undefined => (daily() ? clock.now() : undefined);

  /** From when on a run finds something. */
  const worthRunning = async (schedule: Schedule): Promise<Instant | undefined> =>
    isDaily(schedule) ? dailyFrom() : earliestWake();

  const run = async (schedule: Schedule): Promise<void> => {
    const now = clock.now();
    armed.delete(schedule);
    ran.set(schedule, now);
    const first = await worthRunning(schedule);
    if (first !== undefined && first <= now) await sweep(schedule, now);
    const next = await worthRunning(schedule);
    if (next !== undefined) arm(schedule, next);
  };

  /** A sweep that failed is seen in its next run: EventBridge would try again too. */
  const sweep = async (schedule: Schedule, now: Instant): Promise<void> => {
    const invoked = await invoke(schedule.functionName, schedule.input ?? scheduledEvent(schedule, now));
    if (!invoked.ok) process.stderr.write(`${schedule.name}: ${invoked.error} ${invoked.cause}\n`);
  };

  const lookUntilSettled = async (): Promise<void> => {
    do {
      lookAgain = false;
      const earliest = await earliestWake();
      for (const schedule of schedules) {
        const from = isDaily(schedule) ? dailyFrom() : earliest;
        if (from !== undefined) arm(schedule, from);
      }
    } while (lookAgain);
  };

  const look = (): void => {
    lookAgain = true;
    if (looking || schedules.length === 0) return;
    looking = true;
    const done = clock.inFlight(lookUntilSettled).finally(() => {
      looking = false;
    });
    done.catch((error: unknown) => process.stderr.write(`The due index cannot be read: ${String(error)}\n`));
  };
  return { look };
};

const later = (one: Instant, other: Instant): Instant => (one < other ? other : one);

const isDaily = ({ atMinute }: Schedule): boolean => atMinute !== undefined;

const tick = ({ everyMinutes, atMinute = 0 }: Schedule, at: Instant): Instant => {
  const rate: Milliseconds = everyMinutes * minute;
  const offset = atMinute * minute;
  return fromEpoch(Math.ceil((epoch(at) - offset) / rate) * rate + offset);
};

const scheduledEvent = ({ name }: Schedule, now: Instant) => ({
  version: "0",
  id: `${name}-${now}`,
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account,
  time: now,
  region,
  resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
  detail: {},
});
