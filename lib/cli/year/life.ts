import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { quarter } from "#core/appointment/quarter.ts";
import { type Slot, slotAt } from "#core/appointment/slots.ts";
import { dateOf } from "#core/calendar.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { day, epoch, type Instant, plus, until } from "#core/time.ts";
import { readAppointment } from "#steps/appointment.ts";
import { book } from "#steps/book.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { findFree } from "#steps/slots.ts";
import type { Place } from "../simulation/world.ts";
import type { Act, Intention } from "./customer.ts";
import type { Dice } from "./dice.ts";

/** One customer's wish, from the look at the calendar to whatever they do before the session. */
export interface Life {
  /** Unique in the year: it makes the booking's Idempotency-Key. */
  readonly number: number;
  readonly world: Place;
  readonly deployed: DeployedPolicy;
  readonly intention: Intention;
  readonly dice: Dice;
  /** Told why something was not possible: `slot-taken`, or `no-slot` when none was offered. */
  readonly refused: (code: string) => void;
}

export const begin = async (life: Life): Promise<void> => {
  const { world, deployed, intention, refused } = life;
  const slot = await look(life, plus(world.clock.now(), intention.ahead));
  if (slot === undefined) return refused("no-slot");
  const key = `booking-${life.number}`;
  const booked = await book(world.ports, deployed, requestFor(life, slot), {
    pack: deployed.policy.pack,
    key,
    fingerprint: key,
  });
  if (isRefusal(booked)) return refused(booked.refused);
  await next(life, booked.code, 0);
};

/** Looks at one day after the other, and takes what pleases of the first on which something is free. */
const look = async (
  { world, deployed: { policy }, intention, dice }: Life,
  from: Instant,
): Promise<Slot | undefined> => {
  const earliest = Math.ceil(epoch(from) / quarter);
  const today = Math.floor(epoch(from) / day);
  for (let date = today; date < today + mostDaysLookedAt; date += 1) {
    const free = await findFree(world.ports, policy, {
      sessionType: intention.sessionType,
      from: dateOf(date),
      to: dateOf(date + 1),
      timeZone: "UTC",
      // Who names no host is given one who speaks their language, so only such slots are of use.
      language: intention.namesHost ? undefined : intention.language,
    });
    if (isRefusal(free)) return undefined;
    const first = free.starts.findIndex((start) => start >= earliest);
    if (first >= 0) return slotAt(free, Math.floor(dice.between(first, free.starts.length)));
  }
  return undefined;
};

/** Holidays and a week of full days lie within it. */
const mostDaysLookedAt = 12;

const requestFor = ({ deployed: { policy }, intention }: Life, { start, host }: Slot) => ({
  sessionType: intention.sessionType,
  start,
  ...(intention.namesHost && { host }),
  customer: intention.customer,
  language: intention.language,
  timeZone: policy.timeZone,
  termsVersion: policy.terms.version,
});

/** Sets the clock for what this customer does next; each act is timed from how things stand after the one before. */
const next = async (life: Life, code: string, done: number): Promise<void> => {
  const act = life.intention.acts[done];
  const appointment = await readAppointment(life.world.ports, { pack: life.deployed.policy.pack, code });
  if (act === undefined || appointment?.status !== "booked") return;
  const { clock } = life.world;
  clock.at(momentOf(act, appointment, clock.now()), async () => {
    const result = await perform(life, act, appointment);
    if (isRefusal(result)) return life.refused(result.refused);
    await next(life, code, done + 1);
  });
};

const momentOf = (act: Act, { start }: Appointment, now: Instant): Instant => {
  const left = until(now, start);
  return "when" in act ? plus(now, left * act.when) : plus(start, -Math.min(act.before, left / 2));
};

const perform = async (
  life: Life,
  { does }: Act,
  { code, version, start }: Appointment,
): Promise<Appointment | Refusal> => {
  const { world, deployed, dice } = life;
  const actor = does === "staff-cancel" ? ("staff:planner" as const) : ("customer" as const);
  const request = { code, version, by: { actor } };
  if (does !== "move") return cancelAppointment(world.ports, deployed, request);
  const earliest = plus(world.clock.now(), dice.between(0.2, 1.6) * until(world.clock.now(), start));
  const slot = await look(life, earliest);
  if (slot === undefined) return { refused: "no-slot", detail: "Nothing is free on the days looked at." };
  return changeAppointment(world.ports, deployed, { ...request, start: slot.start, host: slot.host });
};
