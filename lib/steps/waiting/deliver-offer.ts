import type { Ports } from "#adapters/ports.ts";
import { Contended } from "#core/errors.ts";
import { sendKey } from "#core/message/send.ts";
import type { Write } from "#core/table.ts";
import type { Waiting } from "#core/waiting/entry.ts";
import { mailOwed } from "#core/waiting/mail.ts";
import { sessionLetters } from "../letters.ts";
import { sendOnce } from "../send-once.ts";
import { tellStaff } from "../settle.ts";
import { readEntry } from "./read.ts";
import { settleOffer, settleOfferSending } from "./settle-offer.ts";

/** Which mail: that of one version of one place on the list. */
export interface OfferErrand {
  readonly pack: string;
  readonly code: string;
  readonly version: number;
}

/**
 * Tells somebody what is offered to them, once; not after they answered, and not when it is over.
 * @throws StillClaimed, Throttled, Contended: it stays owed.
 */
export const deliverOffer = async (ports: Ports, errand: OfferErrand): Promise<void> => {
  const entry = await readEntry(ports, errand);
  const owed = mailOwed(entry, errand.version);
  if (owed === undefined) return;
  const { waiting, promised } = owed;
  if (ports.now() >= promised.sendUntil) {
    await tellStaff(ports, { ...errand, promise: "offer" }, "send-missed", "passed");
    return settleOffer(ports, errand, () => ({ state: "skipped", at: ports.now(), reason: "passed" }));
  }
  const key = sendKey(waiting, errand.version, "offer", "offer", "email");
  const { writeOffer } = await sessionLetters();
  const mail = await writeOffer(ports, waiting, key);
  const attempt = await sendOnce(ports, key, stillOwed(waiting), () => ports.mailer.send(mail));
  if (attempt === "not-owed") throw new Contended("it changed between reading and claiming");
  await settleOfferSending(ports, errand, key, attempt);
};

/** Committed together with the claim: after an answer no claim can be written. */
const stillOwed = ({ pk, sk, version }: Waiting): Write => ({
  check: { pk, sk },
  if: { equals: { version, status: "waiting", "promises.offer.state": "open" } },
});
