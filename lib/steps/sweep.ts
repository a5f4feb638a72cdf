import type { Ports } from "#adapters/ports.ts";
import { asAbsence } from "#core/absence/absence.ts";
import { type Appointment, asAppointment } from "#core/appointment/appointment.ts";
import { asCase } from "#core/case/case.ts";
import { asChange } from "#core/change.ts";
import { asRelation } from "#core/contact/relation.ts";
import { StillClaimed, Superseded, Throttled } from "#core/errors.ts";
import { asMeeting } from "#core/meeting/meeting.ts";
import { asSend, type Send } from "#core/message/send.ts";
import { type Item, type Key, wakeShards } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { isOffered } from "#core/waiting/mail.ts";
import { asOffer } from "#core/waiting/offer.ts";
import { watchAbsence } from "./absence/watch.ts";
import { watchCase } from "./case/watch.ts";
import { closeAttendance } from "./close-attendance.ts";
import { watchContact } from "./contact/relation.ts";
import { deliver } from "./deliver.ts";
import { end } from "./end-appointment.ts";
import { watchMeeting } from "./meeting/meeting.ts";
import { pay, payNext } from "./pay.ts";
import { settleLost } from "./settle.ts";
import { passOn } from "./waiting/pass-on.ts";
import { settleLostOffer } from "./waiting/settle-offer.ts";

export interface Swept {
  readonly done: number;
  readonly failed: number;
}

/**
 * Does whatever asked to be woken by now, and nothing else, through the same steps that executions call. Any number of
 * sweeps, also at once, have the outcome of one. One item that fails holds up no other; it stays for the next sweep.
 * @param enough asked before each item: a sweep that must stop leaves the rest to the next one.
 */
export const sweep = async (ports: Ports, enough: () => boolean = () => false): Promise<Swept> => {
  const shards = await Promise.all(wakeShards.map((shard) => sweepShard(ports, shard, enough)));
  return {
    done: shards.reduce((sum, { done }) => sum + done, 0),
    failed: shards.reduce((sum, { failed }) => sum + failed, 0),
  };
};

const sweepShard = async (ports: Ports, shard: string, enough: () => boolean): Promise<Swept> => {
  const now = ports.now();
  let [done, failed] = [0, 0];
  for await (const key of ports.table.due(shard, now)) {
    if (enough()) break;
    if (await survives(ports, key, now)) done += 1;
    else failed += 1;
  }
  return { done, failed };
};

const survives = async (ports: Ports, key: Key, now: Instant): Promise<boolean> => {
  try {
    const item = await ports.table.get(key);
    if (item !== undefined && isDue(item, now)) await wakeUp(ports, item, now);
    return true;
  } catch (error) {
    ports.log.error("a sweep left this for the next one", { pk: key.pk, sk: key.sk, error: String(error) });
    return false;
  }
};

/** The index may lag behind: the item itself says whether it still asks. */
const isDue = (item: Item, now: Instant): boolean =>
  typeof item["wakeAt"] === "string" && item["wakeAt"] <= now;

const wakeUp = async (ports: Ports, item: Item, now: Instant): Promise<void> => {
  switch (item["type"]) {
    case "change":
      return pay(ports, asChange(item));
    case "send":
      return lostSend(ports, asSend(item));
    case "appointment":
      return catchUp(ports, asAppointment(item), now);
    case "case":
      return watchCase(ports, asCase(item));
    case "absence":
      return watchAbsence(ports, asAbsence(item));
    case "relation":
      return watchContact(ports, asRelation(item));
    case "meeting":
      return watchMeeting(ports, asMeeting(item));
    case "offer":
      return payNext(ports, passOn(ports, asOffer(item).pack, asOffer(item).id));
    default:
      throw new Error(`nothing knows how to wake a "${String(item["type"])}"`);
  }
};

/** The mail about an offer is a promise of a place on the waiting list, all others are those of an appointment. */
const lostSend = (ports: Ports, send: Send): Promise<void> =>
  isOffered(send) ? settleLostOffer(ports, send) : settleLost(ports, send);

/** What the execution should have done by now. Each promise is its own errand, so one that fails holds up no other. */
const catchUp = async (ports: Ports, appointment: Appointment, now: Instant): Promise<void> => {
  const { pack, code, version, promises } = appointment;
  const overdue = Object.entries(promises).filter(([, each]) => each.state === "open" && each.due <= now);
  const faults: unknown[] = [];
  const note = (error: unknown): void => void (mayPass(error) || faults.push(error));
  for (const [promise] of overdue) await deliver(ports, { pack, code, version, promise }).catch(note);
  if (appointment.end <= now) {
    await end(ports, { pack, code, version }).catch(note);
    await closeAttendance(ports, { pack, code, version }).catch(note);
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join("; "));
};

/** Not faults: another run is at it, the provider is busy, or the appointment has changed meanwhile. */
const mayPass = (failure: unknown): boolean =>
  failure instanceof StillClaimed || failure instanceof Throttled || failure instanceof Superseded;
