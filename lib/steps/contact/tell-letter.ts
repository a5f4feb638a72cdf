import type { OutgoingMail, Ports } from "#adapters/ports.ts";
import type { PromiseState } from "#core/appointment/appointment.ts";
import { asLettered, type Lettered, type OwedLetter, settleLetter } from "#core/contact/owed-letter.ts";
import { Contended, Superseded } from "#core/errors.ts";
import { ledgerTag, sendKey, settleSend } from "#core/message/send.ts";
import type { Key, Write } from "#core/table.ts";
import { otherLetters } from "../letters.ts";
import { type Attempt, sendOnce } from "../send-once.ts";
import { tellStaff } from "../settle.ts";
import { untilCommitted } from "../until-committed.ts";

/** Of a relation or a meeting, as it stood in the version that owes the letter. */
export interface LetterErrand extends Pick<Key, "pk"> {
  readonly version: number;
  readonly letter: string;
}

/**
 * Writes a letter about steady contact, once. May run twice, late, or after a crash: the ledger decides.
 * @throws Superseded when a later version owes letters of its own; StillClaimed, Throttled, Contended for the sweeper.
 */
export const tellLetter = async (ports: Ports, errand: LetterErrand): Promise<void> => {
  const head = await readHead(ports, errand);
  if (head === undefined) throw new Superseded("it stands otherwise by now");
  const letter = head.letters[errand.letter];
  if (letter?.state !== "open") return;
  if (ports.now() > letter.sendUntil) return missed(ports, head, errand);
  const key = sendKey(head, errand.version, errand.letter, letter.kind, "email");
  const mail = await mailOf(ports, head, errand.letter, letter, ledgerTag(key));
  const attempt = await sendOnce(ports, key, stillOwed(head, errand), () => ports.mailer.send(mail));
  if (attempt === "not-owed") throw new Contended("it changed between reading and claiming");
  await settle(ports, head, errand, { key, attempt });
};

const readHead = async (ports: Ports, { pk, version }: LetterErrand): Promise<Lettered | undefined> => {
  const item = await ports.table.get({ pk, sk: "head" });
  const head = item && asLettered(item);
  return head?.version === version ? head : undefined;
};

const mailOf = async (
  ports: Ports,
  head: Lettered,
  promise: string,
  { kind }: OwedLetter,
  ledger: string,
): Promise<OutgoingMail> => {
  const { writeLetter } = await otherLetters();
  const { language, ...mail } = await writeLetter(ports, head, promise);
  return { ...mail, labels: { kind, promise, language, ledger } };
};

const stillOwed = ({ pk, sk, version }: Lettered, { letter }: LetterErrand): Write => ({
  check: { pk, sk },
  if: { equals: { version, [`letters.${letter}.state`]: "open" } },
});

const taskOf = ({ pack, pk }: Lettered, { version, letter }: LetterErrand) => ({
  pack,
  code: pk.split("#")[2] ?? "",
  version,
  promise: letter,
});

const missed = async (ports: Ports, head: Lettered, errand: LetterErrand): Promise<void> => {
  await tellStaff(ports, taskOf(head, errand), "send-missed", "passed");
  await end(ports, errand, () => ({ state: "skipped", at: ports.now(), reason: "passed" }));
};

const settle = async (
  ports: Ports,
  head: Lettered,
  errand: LetterErrand,
  { key, attempt: { claim, outcome } }: { readonly key: Key; readonly attempt: Attempt },
): Promise<void> => {
  if (outcome.state !== "sent")
    await tellStaff(ports, taskOf(head, errand), `send-${outcome.state}`, outcome.reason);
  await untilCommitted(ports, async () => {
    const item = await ports.table.get(key);
    return item?.["state"] === "claimed" ? [settleSend(key, claim, outcome, ports.now())] : [];
  });
  await end(ports, errand, ({ due }, at) =>
    outcome.state === "sent"
      ? { state: at <= due ? "kept" : "late", at, evidence: outcome.messageId }
      : { state: outcome.state, at, reason: outcome.reason },
  );
};

/** Settles the letter if it is still that version's. */
const end = (
  ports: Ports,
  errand: LetterErrand,
  state: (letter: OwedLetter, at: ReturnType<Ports["now"]>) => PromiseState,
): Promise<void> =>
  untilCommitted(ports, async () => {
    const head = await readHead(ports, errand);
    const letter = head?.letters[errand.letter];
    return head === undefined || letter === undefined
      ? []
      : settleLetter(head, errand.letter, state(letter, ports.now()));
  });
