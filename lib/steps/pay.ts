import type { Ports } from "#adapters/ports.ts";
import { subjectOf } from "#core/appointment/appointment.ts";
import { type Change, type Effect, paid } from "#core/change.ts";
import { Superseded } from "#core/errors.ts";
import { wakeCase } from "./case/wake.ts";
import { deliver } from "./deliver.ts";
import { followOutcome } from "./follow-outcome.ts";
import { tellConduct } from "./tell-conduct.ts";
import { deliverOffer } from "./waiting/deliver-offer.ts";
import { offerSlot } from "./waiting/offer-slot.ts";
import { passOn } from "./waiting/pass-on.ts";
import { withdraw } from "./withdraw.ts";

/**
 * Carries out all that a change owes, then takes it off. Each effect may be carried out any number of times with
 * the same outcome, so a run that dies in between is simply repeated.
 */
export const pay = async (ports: Ports, change: Change): Promise<void> => {
  if (change.owed === undefined) return;
  const results = await Promise.allSettled(change.owed.map((effect) => carryOut(ports, change, effect)));
  for (const result of results) if (result.status === "rejected") throw result.reason;
  await ports.table.commit([paid(change)]);
};

/** At once after the commit. What fails here stays owed: the sweeper finds it, and the customer's answer is not held up. */
export const payNow = async (ports: Ports, change: Change): Promise<void> => {
  try {
    await pay(ports, change);
  } catch (error) {
    ports.log.error("still owed, left to the sweeper", {
      subject: change.pk,
      entry: change.sk,
      error: String(error),
    });
  }
};

const carryOut = (ports: Ports, change: Change, effect: Effect): Promise<void> => {
  switch (effect.effect) {
    case "start-execution":
      return ports.executions.start(effect.machine, effect.name, effect.input);
    case "stop-execution":
      return ports.executions.stop(effect.machine, effect.name, effect.cause);
    case "deliver":
      return deliver(ports, { ...subjectOf(change), version: change.version, promise: effect.promise }).catch(
        unlessSuperseded,
      );
    case "wake-case":
      return wakeCase(ports, change, effect.beat);
    case "follow-outcome":
      return followOutcome(ports, { ...subjectOf(change), version: change.version }).catch(unlessSuperseded);
    case "offer-slot":
      return payNext(ports, offerSlot(ports, { ...effect, ...subjectOf(change), version: change.version }));
    case "deliver-offer":
      return deliverOffer(ports, { ...subjectOf(change), code: effect.entry, version: effect.version });
    case "pass-on":
      return payNext(ports, passOn(ports, subjectOf(change).pack, effect.offer));
    case "tell-conduct":
      return tellConduct(ports, { ...incidentOf(change), version: change.version }).catch(unlessSuperseded);
    case "withdraw":
      return payNext(
        ports,
        withdraw(ports, { ...subjectOf(change), code: effect.code }, byJudge(change, effect)),
      );
  }
};

const byJudge = ({ actor }: Change, { because: reason }: { readonly because: string }) => ({ actor, reason });

const incidentOf = (change: Change): { pack: string; id: string } => {
  const { pack, code: id } = subjectOf(change);
  return { pack, id };
};

/** What one change brought about may owe something itself: mails about an offer. */
export const payNext = async (ports: Ports, following: Promise<Change | undefined>): Promise<void> => {
  const change = await following;
  if (change !== undefined) await payNow(ports, change);
};

/** A later version owes its own messages: this one is void, and that settles it. */
const unlessSuperseded = (error: unknown): void => {
  if (!(error instanceof Superseded)) throw error;
};
