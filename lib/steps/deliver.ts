import type { Ports } from "#adapters/ports.ts";
import { decideDelivery, type Errand } from "#core/appointment/delivery.ts";
import { insteadOf } from "#core/appointment/instead.ts";
import { Contended, Superseded, TooEarly } from "#core/errors.ts";
import { ledgerTag, sendKey } from "#core/message/send.ts";
import type { AnyPromise, Subject } from "#core/subject.ts";
import type { Write } from "#core/table.ts";
import { writeMessage } from "./letters.ts";
import { sendOnce } from "./send-once.ts";
import { settleSending, settleSkipped } from "./settle.ts";
import { readSubject } from "./subject.ts";

/**
 * Keeps one promise of one version of an appointment or a case, or says why not. May run twice, late, or after a crash: the ledger
 * decides, and every run that does not throw leaves the promise settled.
 * @throws Superseded, TooEarly, StillClaimed, Throttled, Contended: each named in the machine's retries.
 */
export const deliver = async (ports: Ports, errand: Errand): Promise<void> => {
  const delivery = decideDelivery(await readSubject(ports, errand), errand, ports.now());
  switch (delivery.do) {
    case "nothing":
      return stop(delivery.because);
    case "skip":
      return settleSkipped(ports, errand, delivery);
    case "send":
      return send(ports, errand, delivery.subject, delivery.promised);
  }
};

const stop = (because: "superseded" | "settled" | "too-early"): void => {
  if (because === "superseded") throw new Superseded("this version no longer holds");
  if (because === "too-early") throw new TooEarly("woken before its moment");
};

const send = async (ports: Ports, errand: Errand, subject: Subject, promised: AnyPromise): Promise<void> => {
  const key = sendKey(subject, errand.version, errand.promise, promised.kind, promised.channel);
  const message = await writeMessage(ports, subject, errand.promise, ledgerTag(key));
  const attempt = await sendOnce(ports, key, stillOwed(subject, errand), message);
  if (attempt === "not-owed") throw new Contended("it changed between reading and claiming");
  await settleSending(ports, errand, key, attempt);
  const { promise } = errand;
  if (promised.channel === "sms" && attempt.outcome.state === "failed")
    await deliver(ports, { ...errand, promise: insteadOf(promise) });
};

/** Committed together with the claim: after a change or a cancellation no claim can be written (invariant 2). */
const stillOwed = ({ pk, sk }: Subject, errand: Errand): Write => ({
  check: { pk, sk },
  if: {
    equals: { version: errand.version, [`promises.${errand.promise}.state`]: "open" },
  },
});
