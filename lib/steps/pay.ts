import type { Ports } from "#adapters/ports.ts";
import { subjectOf } from "#core/appointment/appointment.ts";
import { startsVersion } from "#core/appointment/execution.ts";
import { type Change, type Effect, paid } from "#core/change.ts";
import { Superseded } from "#core/errors.ts";
import { subjectTypeOf } from "#core/subject.ts";
import { wantElsewhere } from "./case/elsewhere-wanted.ts";
import { wakeCase } from "./case/wake.ts";
import { tellLetter } from "./contact/tell-letter.ts";
import { deliver } from "./deliver.ts";
import { followOutcome } from "./follow-outcome.ts";
import { tellConduct } from "./tell-conduct.ts";
import { deliverOffer } from "./waiting/deliver-offer.ts";
import { leaveLine } from "./waiting/leave-line.ts";
import { offerSlot } from "./waiting/offer-slot.ts";
import { passOn } from "./waiting/pass-on.ts";
import { releaseOffer } from "./waiting/release-offer.ts";
import { withdraw } from "./withdraw.ts";

/**
 * Carries out all that a change owes, then takes it off. Each effect may be carried out any number of times with
 * the same outcome, so a run that dies in between is simply repeated.
 */
export const pay = async (ports: Ports, change: Change): Promise<void> => {
  if (change.owed === undefined) return;
  const results = await Promise.allSettled(
    change.owed.map((effect) => carryOut(ports, change, effect.effect, effect)),
  );
  for (const result of results) if (result.status === "rejected") throw result.reason;
  await ports.table.commit([paid(change)]);
};

/**
 * At once after the commit. A change that starts an appointment's execution hands the rest of what it owes to that
 * execution's first step: nobody waits for it. What fails here stays owed: the sweeper finds it, and the customer's answer
 * is not held up.
 */
export const payNow = (ports: Ports, change: Change): Promise<void> => {
  const start = change.owed?.find(startsVersion);
  const work = start === undefined ? pay(ports, change) : carryOut(ports, change, start.effect, start);
  return work.catch((error: unknown) => {
    ports.log.error("still owed, left to the sweeper", {
      subject: change.pk,
      entry: change.sk,
      error: String(error),
    });
  });
};

type EffectName = Effect["effect"];
type EffectOf<Name extends EffectName> = Extract<Effect, { effect: Name }>;
type Carry<Name extends EffectName> = (ports: Ports, change: Change, effect: EffectOf<Name>) => Promise<void>;

const carryOut = <Name extends EffectName>(
  ports: Ports,
  change: Change,
  name: Name,
  effect: EffectOf<Name>,
): Promise<void> => carriers[name](ports, change, effect);

/** How each effect is carried out; one that is not here does not compile. */
const carriers: { readonly [Name in EffectName]: Carry<Name> } = {
  "start-execution": (ports, _change, effect) =>
    ports.executions.start(effect.machine, effect.name, effect.input),
  "stop-execution": (ports, _change, effect) =>
    ports.executions.stop(effect.machine, effect.name, effect.cause),
  deliver: (ports, change, effect) =>
    deliver(ports, { ...errandFor(change), promise: effect.promise }).catch(unlessSuperseded),
  "wake-case": (ports, change, effect) => wakeCase(ports, change, effect.beat),
  "tell-elsewhere": (ports, change, effect) => wantElsewhere(ports, change, effect.system),
  "follow-outcome": (ports, change) =>
    followOutcome(ports, { ...subjectOf(change), version: change.version }).catch(unlessSuperseded),
  "offer-slot": (ports, change, effect) =>
    payNext(ports, offerSlot(ports, { ...effect, ...subjectOf(change), version: change.version })),
  "deliver-offer": (ports, change, effect) =>
    deliverOffer(ports, { ...subjectOf(change), code: effect.entry, version: effect.version }),
  "release-offer": (ports, change, effect) =>
    payNext(ports, releaseOffer(ports, subjectOf(change).pack, effect.entry)),
  "leave-line": (ports, change, effect) =>
    payNext(ports, leaveLine(ports, subjectOf(change).pack, effect.entry)),
  "pass-on": (ports, change, effect) => payNext(ports, passOn(ports, subjectOf(change).pack, effect.offer)),
  "tell-conduct": (ports, change) => {
    const { pack, code: id } = subjectOf(change);
    return tellConduct(ports, { pack, id, version: change.version }).catch(unlessSuperseded);
  },
  "tell-letter": (ports, { pk, version }, { letter }) =>
    tellLetter(ports, { pk, version, letter }).catch(unlessSuperseded),
  withdraw: (ports, change, { code, because: reason }) =>
    payNext(ports, withdraw(ports, { pack: subjectOf(change).pack, code }, { actor: change.actor, reason })),
};

/** What one change brought about may owe something itself: mails about an offer. */
export const payNext = async (ports: Ports, following: Promise<Change | undefined>): Promise<void> => {
  const change = await following;
  if (change !== undefined) await payNow(ports, change);
};

const errandFor = (change: Change) => ({
  subject: subjectTypeOf(change),
  ...subjectOf(change),
  version: change.version,
});

/** A later version owes its own messages: this one is void, and that settles it. */
const unlessSuperseded = (error: unknown): void => {
  if (!(error instanceof Superseded)) throw error;
};
