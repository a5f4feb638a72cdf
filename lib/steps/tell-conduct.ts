import type { Ports } from "#adapters/ports.ts";
import type { PromiseState } from "#core/appointment/appointment.ts";
import { conductLetter, type Incident, settleTold } from "#core/customer/conduct.ts";
import { Contended, Superseded } from "#core/errors.ts";
import { ledgerTag, sendKey, settleSend } from "#core/message/send.ts";
import type { Key, Write } from "#core/table.ts";
import { readIncident } from "./incident.ts";
import { otherLetters } from "./letters.ts";
import { type Attempt, sendOnce } from "./send-once.ts";
import { tellStaff } from "./settle.ts";
import { untilCommitted } from "./until-committed.ts";

interface Letter {
  readonly pack: string;
  readonly id: string;
  /** The judgement that it is about. */
  readonly version: number;
}

/**
 * Writes to the customer what was judged, once. May run twice, late, or after a crash: the ledger decides.
 * @throws Superseded when it was judged anew; StillClaimed, Throttled, Contended for the sweeper to try again.
 */
export const tellConduct = async (ports: Ports, letter: Letter): Promise<void> => {
  const incident = await readIncident(ports, letter.pack, letter.id);
  if (incident?.version !== letter.version) throw new Superseded("it was judged anew");
  if (incident.told?.state !== "open") return;
  if (ports.now() > incident.told.sendUntil) return missed(ports, letter);
  const key = sendKey(incident, letter.version, conductLetter, "conduct", "email");
  const { writeConduct } = await otherLetters();
  const mail = writeConduct(ports, incident, ledgerTag(key));
  const attempt = await sendOnce(ports, key, stillOwed(incident), () => ports.mailer.send(mail));
  if (attempt === "not-owed") throw new Contended("it changed between reading and claiming");
  await settle(ports, letter, key, attempt);
};

const stillOwed = ({ pk, sk, version }: Incident): Write => ({
  check: { pk, sk },
  if: { equals: { version, "told.state": "open" } },
});

const missed = async (ports: Ports, letter: Letter): Promise<void> => {
  await tellStaff(ports, errandOf(letter), "send-missed", "passed");
  await untilCommitted(ports, () =>
    open(ports, letter, { state: "skipped", at: ports.now(), reason: "passed" }),
  );
};

const errandOf = ({ pack, id, version }: Letter) => ({ pack, code: id, version, promise: conductLetter });

const settle = async (ports: Ports, letter: Letter, key: Key, { claim, outcome }: Attempt): Promise<void> => {
  if (outcome.state !== "sent")
    await tellStaff(ports, errandOf(letter), `send-${outcome.state}`, outcome.reason);
  await untilCommitted(ports, async () => {
    const at = ports.now();
    const item = await ports.table.get(key);
    const claimed = item?.["state"] === "claimed" ? [settleSend(key, claim, outcome, at)] : [];
    const incident = await readIncident(ports, letter.pack, letter.id);
    const due = incident?.told?.due ?? at;
    const state: PromiseState =
      outcome.state === "sent"
        ? { state: at <= due ? "kept" : "late", at, evidence: outcome.messageId }
        : { state: outcome.state, at, reason: outcome.reason };
    return [...claimed, ...(await open(ports, letter, state))];
  });
};

/** Settles the promise if it is still that judgement's and still open. */
const open = async (ports: Ports, { pack, id, version }: Letter, state: PromiseState): Promise<Write[]> => {
  const incident = await readIncident(ports, pack, id);
  return incident?.version === version && incident.told?.state === "open"
    ? [settleTold(incident, state)]
    : [];
};
