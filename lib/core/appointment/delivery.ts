import { type AnyPromise, promiseOf, type Subject, type SubjectType } from "#core/subject.ts";
import type { Instant } from "#core/time.ts";

/** Which message a step is to send: what its execution carries, and nothing more. */
export interface Errand {
  /** An execution that was started before there were cases names none: it is an appointment's. */
  readonly subject?: SubjectType | undefined;
  readonly pack: string;
  readonly code: string;
  readonly version: number;
  readonly promise: string;
}

export type Delivery =
  | { readonly do: "nothing"; readonly because: "superseded" | "settled" | "too-early" }
  /** `missed`: it was ours to send and we were late, so a person hears of it. */
  | { readonly do: "skip"; readonly reason: SkipReason; readonly missed: boolean }
  | { readonly do: "send"; readonly subject: Subject; readonly promised: AnyPromise };

export type SkipReason = "passed" | "no-phone";

/** Decides from the table's state alone. A moment equal to `opens` is not early, one equal to `sendUntil` not late. */
export const decideDelivery = (subject: Subject | undefined, errand: Errand, now: Instant): Delivery => {
  if (subject?.version !== errand.version) return { do: "nothing", because: "superseded" };
  const promised = promiseOf(subject, errand.promise);
  if (promised === undefined) throw new Error(`${errand.code} never promised "${errand.promise}"`);
  if (promised.state !== "open") return { do: "nothing", because: "settled" };
  if (now < promised.opens) return { do: "nothing", because: "too-early" };
  if (now > promised.sendUntil) return { do: "skip", reason: "passed", missed: true };
  if (promised.channel === "sms" && subject.customer.phone === undefined)
    return { do: "skip", reason: "no-phone", missed: false };
  return { do: "send", subject, promised };
};
