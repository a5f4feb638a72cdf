import { asleep, type Item, type Write, wake } from "#core/table.ts";
import { earliest, type Instant, minute, plus } from "#core/time.ts";
import type { Appointment, Promised, PromiseState, PromiseTerms } from "./appointment.ts";
import { byMailInstead } from "./instead.ts";

/** How long something may stand past its moment before the sweeper does what an execution did not. */
const sweepAfter = 10 * minute;

type Looked = Pick<Appointment, "status" | "end" | "promises"> & {
  readonly [Name in "attendance" | "closesAt"]?: Appointment[Name] | undefined;
};

/**
 * When the sweeper should look at this appointment: its next open promise or its end, and some minutes; or never. A
 * promise that is still open when the session ends, or after a cancellation, keeps its look until it is settled. Reminders
 * to staff have no execution that would send them: they are the sweeper's own, at their moment.
 */
export const nextLook = (appointment: Looked): Instant | undefined => {
  const [swept, own] = [new Array<Instant>(), new Array<Instant>()];
  for (const { state, kind, due } of Object.values(appointment.promises))
    if (state === "open") (kind === "staff-attendance" ? own : swept).push(due);
  const closes = closing(appointment);
  if (closes !== undefined) swept.push(closes);
  const first = earliest(swept);
  return earliest(first === undefined ? own : [...own, plus(first, sweepAfter)]);
};

/** The next moment that is no message's: the session's end, or that of the wait for its outcome. */
const closing = ({ status, end, attendance, closesAt }: Looked): Instant | undefined => {
  if (status === "booked") return end;
  return status === "ended" && attendance === undefined ? closesAt : undefined;
};

/** The head as it is to be, with its next look; refused when anything was written meanwhile. */
export const putHead = ({ wakeShard: _shard, wakeAt: _at, ...head }: Appointment): Write & { put: Item } => ({
  put: { ...head, rev: head.rev + 1, ...wake(head, nextLook(head)) },
  if: { equals: { rev: head.rev } },
});

/**
 * The write that settles one promise, puts an e-mail in the place of an SMS that cannot be had, and moves the sweeper's
 * next look; refused when anything was written meanwhile.
 */
export const settlePromise = (appointment: Appointment, promise: string, state: PromiseState): Write => {
  const terms = appointment.promises[promise];
  const settled = {
    [promise]: { ...withoutOutcome(terms), ...state } as Promised,
    ...byMailInstead(promise, terms, state),
  };
  const { status, end, attendance, closesAt } = appointment;
  const promises = { ...appointment.promises, ...settled };
  const look = nextLook({ status, end, attendance, closesAt, promises });
  const set: [string, Promised][] = Object.entries(settled).map(([id, promised]) => [
    `promises.${id}`,
    promised,
  ]);
  return update(appointment, Object.fromEntries<Promised>(set), look);
};

/** A promise that was kept and then bounced must not show evidence of having been kept. */
export const withoutOutcome = (promised: Partial<Settled> = {}): Partial<Settled> => {
  const { at: _at, evidence: _evidence, reason: _reason, ...terms } = promised;
  return terms;
};

type Settled = PromiseTerms<string> & { state: string; at: Instant; evidence: string; reason: string };

/** The customer says that they will come; pressed in a mail it also proves that the address is theirs. */
export const confirm = (appointment: Appointment, now: Instant, proven: boolean): Write =>
  update(
    appointment,
    {
      confirmedAt: appointment.confirmedAt ?? now,
      promises: appointment.promises,
      ...(proven && appointment.provenAt === undefined && { provenAt: now }),
    },
    nextLook(appointment),
  );

const update = (
  appointment: Appointment,
  set: Record<string, unknown>,
  look: Instant | undefined,
): Write => ({
  update: { pk: appointment.pk, sk: appointment.sk },
  set: { ...set, rev: appointment.rev + 1, ...(look !== undefined && wake(appointment, look)) },
  ...(look === undefined && { remove: asleep }),
  if: { equals: { rev: appointment.rev } },
});
