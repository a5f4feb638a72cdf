import { type Instant, plus } from "#core/time.ts";
import type { Promised, PromiseState, PromiseTerms } from "./appointment.ts";
import { punctual } from "./promises.ts";

/** The promise that takes the place of an SMS: the same words by e-mail, once, for an e-mail has none after it. */
export const insteadOf = (promise: string): string => `${promise}-by-email`;

/**
 * An SMS that the provider will not take (no such number, opted out, our limit is spent) goes out as an e-mail, up to
 * the moment to which the SMS itself would have been of use. One that may have gone out does not.
 */
export const byMailInstead = (
  promise: string,
  terms: PromiseTerms | undefined,
  ended: PromiseState,
): Record<string, Promised> => {
  if (terms?.channel !== "sms" || ended.state !== "failed") return {};
  return { [insteadOf(promise)]: inMail(terms, ended.at) };
};

const inMail = ({ kind, sendUntil, before }: PromiseTerms, now: Instant): Promised => ({
  kind,
  channel: "email",
  opens: now,
  due: plus(now, punctual),
  sendUntil,
  ...(before !== undefined && { before }),
  state: "open",
});
