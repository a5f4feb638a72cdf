import type { Ports } from "#adapters/ports.ts";
import type { PromiseState, PromiseTerms } from "#core/appointment/appointment.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import { sentState } from "#core/appointment/promises.ts";
import { Superseded } from "#core/errors.ts";
import { nameMessage } from "#core/message/message-id.ts";
import { errandOf, type Send, type SendOutcome, settleSend } from "#core/message/send.ts";
import { promiseOf, type Subject, settleOn } from "#core/subject.ts";
import type { Key, Write } from "#core/table.ts";
import { openTask, type TaskKind } from "#core/task.ts";
import type { Instant } from "#core/time.ts";
import { newSeal } from "./case/seal.ts";
import { type Attempt, lost } from "./send-once.ts";
import { readSubject } from "./subject.ts";
import { untilCommitted } from "./until-committed.ts";

/** @throws Superseded when the version that made the promise no longer holds. */
export const settleSkipped = async (
  ports: Ports,
  errand: Errand,
  { reason, missed }: { readonly reason: string; readonly missed: boolean },
): Promise<void> => {
  if (missed) await tellStaff(ports, errand, "send-missed", reason);
  const state: PromiseState = { state: "skipped", at: ports.now(), reason };
  await untilCommitted(ports, async () => {
    const subject = await readSubject(ports, errand);
    if (subject?.version !== errand.version) throw new Superseded("this version no longer holds");
    return settleOpen(ports, subject, errand, () => state);
  });
};

/** Writes how a send ended, and what that means for its promise if the promise is still this version's to keep. */
export const settleSending = async (
  ports: Ports,
  errand: Errand,
  key: Key,
  { claim, outcome }: Attempt,
): Promise<void> => {
  if (outcome.state !== "sent") await tellStaff(ports, errand, `send-${outcome.state}`, outcome.reason);
  await untilCommitted(ports, async () => {
    const subject = await readSubject(ports, errand);
    const promise =
      subject?.version === errand.version
        ? settleOpen(ports, subject, errand, (terms) => outcomeState(terms, outcome, ports.now()))
        : [];
    return [...(await settleClaim(ports, key, claim, outcome)), ...promise];
  });
};

/** A claim whose lease is over: its run died, perhaps after sending. It is never sent again; a person is told. */
export const settleLost = async (ports: Ports, send: Send): Promise<void> => {
  const errand = errandOf(send);
  await settleSending(ports, errand, { pk: send.pk, sk: send.sk }, { claim: send.claim, outcome: lost });
};

const settleOpen = (
  ports: Ports,
  subject: Subject,
  { promise }: Errand,
  state: (terms: PromiseTerms<string>) => PromiseState,
): Write[] => {
  const promised = promiseOf(subject, promise);
  return promised?.state === "open"
    ? settleOn(subject, promise, state(promised), { now: ports.now(), seal: () => newSeal(ports) })
    : [];
};

const settleClaim = async (ports: Ports, key: Key, claim: string, outcome: SendOutcome): Promise<Write[]> => {
  const item = await ports.table.get(key);
  if (item?.["state"] !== "claimed") return [];
  const now = ports.now();
  const settled = settleSend(key, claim, outcome, now);
  return outcome.state === "sent" ? [settled, nameMessage(key, outcome.messageId, now)] : [settled];
};

export const outcomeState = (terms: PromiseTerms<string>, outcome: SendOutcome, at: Instant): PromiseState =>
  outcome.state === "sent"
    ? sentState(terms, at, outcome.messageId)
    : { state: outcome.state, at, reason: outcome.reason };

/** A person is told before anything is settled, so that no crash can hide it; the task's guard keeps it to once. */
export const tellStaff = async (
  ports: Ports,
  errand: Errand,
  what: TaskKind,
  reason: string,
): Promise<void> => {
  const { pack, code, version, promise } = errand;
  const task = openTask(pack, what, { code, version, promise }, reason, ports.now());
  await ports.table.commit([task]);
  ports.log.error("needs a person", { what, pack, code, version, promise, reason });
};
