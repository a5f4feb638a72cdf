import type { Ports } from "#adapters/ports.ts";
import type { Promised, PromiseState } from "#core/appointment/appointment.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import { versionKey } from "#core/appointment/revise.ts";
import { withoutOutcome } from "#core/appointment/settle.ts";
import { asChange, type Change } from "#core/change.ts";
import { decideMailEvent, type MailEvent, type MailFacts, noteMailFacts } from "#core/message/mail-event.ts";
import { promiseAfterMail } from "#core/message/mail-promise.ts";
import { nameMessage } from "#core/message/message-id.ts";
import { asSend, errandOf, type Send } from "#core/message/send.ts";
import { type AnyPromise, promiseOf, settleOn } from "#core/subject.ts";
import type { Key, Write } from "#core/table.ts";
import { closeTask } from "#core/task.ts";
import { isOffered } from "#core/waiting/mail.ts";
import { newSeal } from "./case/seal.ts";
import { payNow } from "./pay.ts";
import { tellStaff } from "./settle.ts";
import { readSubject } from "./subject.ts";
import { untilCommitted } from "./until-committed.ts";
import { offerPromiseWrites } from "./waiting/settle-offer.ts";

/**
 * Writes what the provider says became of a mail: into the ledger, and into the promise that it was to keep. Any number
 * of events, in any order, twice or late, come to the same. One of a mail that is not in the ledger is let go. What a
 * lost message brings about, a case whose milestone is owed again say, is carried out at once.
 * @throws Contended when the table stayed busy; the queue brings the event again.
 */
export const noteMailEvent = async (ports: Ports, event: MailEvent): Promise<void> => {
  let changes: readonly Change[] = [];
  await untilCommitted(ports, async () => {
    const writes = await writesOf(ports, event);
    changes = writes.flatMap((each) =>
      "put" in each && each.put["type"] === "change" ? [asChange(each.put)] : [],
    );
    return writes;
  });
  for (const change of changes) await payNow(ports, change);
};

const writesOf = async (ports: Ports, event: MailEvent): Promise<Write[]> => {
  const item = await ports.table.get(event.key);
  const send = item && asSend(item);
  const facts = send && decideMailEvent(send, event);
  if (send === undefined || facts === undefined) return [];
  const errand = errandOf(event.key);
  await tellOf(ports, errand, send, facts);
  return [
    noteMailFacts(send, facts, ports.now()),
    ...(send.messageId === undefined ? [nameMessage(send, facts.messageId, ports.now())] : []),
    ...(await promiseWrites(ports, event.key, (promised) => promiseAfterMail(promised, facts, event))),
    ...(facts.state === "sent" ? await answeredTasks(ports, errand) : []),
  ];
};

/** A person decides how to reach a customer whose mail comes back, or who does not want it. */
const tellOf = async (ports: Ports, errand: Errand, before: Send, facts: MailFacts): Promise<void> => {
  if (facts.state === "bounced" && before.state !== "bounced")
    await tellStaff(ports, errand, "send-bounced", facts.bounce?.reason ?? "no reason given");
  if (facts.complainedAt !== undefined && before.complainedAt === undefined)
    await tellStaff(ports, errand, "send-complained", "the recipient called it unwanted mail");
};

/** The promise of the version that the mail was sent for, in the head or where that version was put away. */
const promiseWrites = async (
  ports: Ports,
  key: Key,
  after: (promised: AnyPromise) => PromiseState | undefined,
): Promise<Write[]> => {
  const errand = errandOf(key);
  if (isOffered(key)) return offerPromiseWrites(ports, errand, after);
  const { promise, version } = errand;
  const subject = await readSubject(ports, errand);
  if (subject === undefined) return [];
  if (subject.version !== version) return archivedPromise(ports, subject.pk, errand, after);
  const promised = promiseOf(subject, promise);
  const state = promised && after(promised);
  return state === undefined
    ? []
    : settleOn(subject, promise, state, { now: ports.now(), seal: () => newSeal(ports) });
};

const archivedPromise = async (
  ports: Ports,
  pk: string,
  { version, promise }: Errand,
  after: (promised: Promised) => PromiseState | undefined,
): Promise<Write[]> => {
  const archived = await ports.table.get(versionKey({ pk }, version));
  const promises = archived?.["promises"] as Readonly<Record<string, Promised>> | undefined;
  const promised = promises?.[promise];
  const state = promised && after(promised);
  if (archived === undefined || promised === undefined || state === undefined) return [];
  const path = `promises.${promise}`;
  return [
    {
      update: { pk: archived.pk, sk: archived.sk },
      set: { [path]: { ...withoutOutcome(promised), ...state } },
      if: { equals: { [`${path}.state`]: promised.state } },
    },
  ];
};

/** It went out after all: what asked a person whether it did has its answer. */
const answeredTasks = async (ports: Ports, { pack, code, version, promise }: Errand): Promise<Write[]> => {
  const about = `${code}#${version}#${promise}#`;
  const tasks = await ports.table.list(`${pack}#task`, `${about}send-`, `${about}send-~`);
  const answered = new Set(["send-unknown", "send-failed", "send-bounced"]);
  return tasks.filter((task) => answered.has(String(task["what"]))).map(closeTask);
};
