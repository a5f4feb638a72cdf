import type { Company } from "./booking.ts";
import type { Failed } from "./client.ts";
import type { Reader } from "./reader.ts";
import type { Told } from "./state.ts";
import type { TextName } from "./texts.ts";

/** What each code of the API means to a visitor; for the others the API has words, or it is a fault. */
const texts: Readonly<Record<string, TextName>> = {
  away: "unclear",
  busy: "busy",
  "slot-taken": "slot-taken",
  "not-offered": "slot-gone",
  "too-soon": "slot-gone",
  "too-far": "slot-gone",
  "unknown-host": "slot-gone",
  "not-before": "not-before",
  "fee-required": "fee-required",
  restricted: "restricted",
  "not-entitled": "not-entitled",
  "too-many": "too-many",
  "terms-not-current": "terms-not-current",
  "invalid-request": "wrong",
  "already-waiting": "already-waiting",
  "span-over": "span-over",
  "span-empty": "span-wrong",
  "span-too-long": "span-wrong",
};

const wrongFields = { "customer.phone": "phone", "customer.email": "email" } as const;

/** A refusal in the visitor's words. */
export const told = (failed: Failed, { name }: Company, { moments, money }: Reader): Told => {
  const { failed: code, notBefore, fee, place, message } = failed;
  const wrong = wrongFields[place as keyof typeof wrongFields] as Told["wrong"];
  const text = texts[code];
  return {
    text: text ?? "fault",
    ...(text === undefined && message !== undefined && { words: message }),
    fields: {
      company: name,
      ...(notBefore !== undefined && { date: moments.date(notBefore) }),
      ...(fee !== undefined && { fee: money(fee) }),
    },
    ...(wrong !== undefined && { wrong }),
  };
};

/** Whether the time that was wanted is there no more, so that others are to be offered. */
export const isGone = ({ failed }: Failed): boolean =>
  texts[failed] === "slot-taken" || texts[failed] === "slot-gone";
