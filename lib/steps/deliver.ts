import type { Ports } from "#adapters/ports.ts";
import type { Appointment, Promised } from "#core/appointment/appointment.ts";
import { decideDelivery, type Errand } from "#core/appointment/delivery.ts";
import { Contended, Superseded, TooEarly } from "#core/errors.ts";
import { ledgerTag, sendKey } from "#core/message/send.ts";
import type { Write } from "#core/table.ts";
import { readAppointment } from "./appointment.ts";
import { dispatch } from "./dispatch.ts";
import { sendOnce } from "./send-once.ts";
import { settleSending, settleSkipped } from "./settle.ts";

/**
 * Keeps one promise of one version of an appointment, or says why not. May run twice, late, or after a crash: the ledger
 * decides, and every run that does not throw leaves the promise settled.
 * @throws Superseded, TooEarly, StillClaimed, Throttled, Contended: each named in the machine's retries.
 */
export const deliver = async (ports: Ports, errand: Errand): Promise<void> => {
  const appointment = await readAppointment(ports, errand);
  const delivery = decideDelivery(appointment, errand, ports.now());
  switch (delivery.do) {
    case "nothing":
      return stop(delivery.because);
    case "skip":
      return settleSkipped(ports, errand, delivery);
    case "send":
      return send(ports, errand, delivery.appointment, delivery.promised);
  }
};

const stop = (because: "superseded" | "settled" | "too-early"): void => {
  if (because === "superseded") throw new Superseded("this version no longer holds");
  if (because === "too-early") throw new TooEarly("woken before its moment");
};

const send = async (
  ports: Ports,
  errand: Errand,
  appointment: Appointment,
  promised: Promised,
): Promise<void> => {
  const key = sendKey(appointment, errand.version, errand.promise, promised.kind, promised.channel);
  const message = await dispatch(ports, appointment, errand.promise, promised, ledgerTag(key));
  const attempt = await sendOnce(ports, key, stillOwed(appointment, errand), message);
  if (attempt === "not-owed") throw new Contended("it changed between reading and claiming");
  await settleSending(ports, errand, key, attempt);
};

/** Committed together with the claim: after a change or a cancellation no claim can be written (invariant 2). */
const stillOwed = (appointment: Appointment, errand: Errand): Write => ({
  check: { pk: appointment.pk, sk: appointment.sk },
  if: {
    equals: { version: errand.version, [`promises.${errand.promise}.state`]: "open" },
  },
});
