import type { PromiseState } from "#core/appointment/appointment.ts";
import { sentState } from "#core/appointment/promises.ts";
import type { AnyPromise } from "#core/subject.ts";
import type { MailEvent, MailFacts } from "./mail-event.ts";

/** What became of a mail, as the state of its promise; `undefined` when the promise says so already, or is void. */
export const promiseAfterMail = (
  promised: AnyPromise,
  { state, messageId, bounce }: MailFacts,
  { sentAt, at }: MailEvent,
): PromiseState | undefined => {
  const { state: before } = promised;
  if (before === "skipped" || before === "void") return undefined;
  const kept = before === "kept" || before === "late";
  if (state === "sent") return kept ? undefined : sentState(promised, sentAt, messageId);
  const reason = `bounced: ${bounce?.reason ?? "no reason given"}`;
  return before === "failed" && promised.reason === reason ? undefined : { state: "failed", at, reason };
};
