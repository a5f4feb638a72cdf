import type { Ports, Sending } from "#adapters/ports.ts";
import { late } from "#core/late.ts";
import type { Subject } from "#core/subject.ts";

/**
 * How letters are written is long, and most events write none: bundles have it in files of its own, which a cold start does
 * not wait for. A Lambda whose every event writes one imports the module as well.
 */
export const sessionLetters = late(() => import("./letters/of-sessions.ts"));

/** Those about cases, conduct, steady contact and meetings. */
export const otherLetters = late(() => import("./letters/of-others.ts"));

/**
 * Writes the message of a promise, before anything is claimed; the result sends it, once.
 * @throws Error when the subject never promised it: a fault of ours.
 */
export const writeMessage = async (
  ports: Ports,
  subject: Subject,
  name: string,
  ledger: string,
): Promise<() => Promise<Sending>> => {
  if (subject.type === "case") return (await otherLetters()).writeCaseMail(ports, subject, name, ledger);
  const promised = subject.promises[name];
  if (promised === undefined) throw new Error(`${subject.code} never promised "${name}"`);
  return (await sessionLetters()).dispatch(ports, subject, name, promised, ledger);
};
