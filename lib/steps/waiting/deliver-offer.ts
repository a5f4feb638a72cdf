import type { MessageLabels, OutgoingMail, Ports } from "#adapters/ports.ts";
import { Contended } from "#core/errors.ts";
import { compose } from "#core/message/compose.ts";
import { ledgerTag, sendKey } from "#core/message/send.ts";
import type { Key, Write } from "#core/table.ts";
import type { Waiting } from "#core/waiting/entry.ts";
import { offerFields, waitingLink } from "#core/waiting/letter.ts";
import { mailOwed } from "#core/waiting/mail.ts";
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
  const mail = await writeMail(ports, waiting, key);
  const attempt = await sendOnce(ports, key, stillOwed(waiting), () => ports.mailer.send(mail));
  if (attempt === "not-owed") throw new Contended("it changed between reading and claiming");
  await settleOfferSending(ports, errand, key, attempt);
};

const writeMail = async (ports: Ports, entry: Waiting, key: Key): Promise<OutgoingMail> => {
  const deployed = ports.policies.current(entry.pack);
  if (deployed === undefined) throw new Error(`no policy of "${entry.pack}" is deployed`);
  const { customer, language } = entry;
  const link = waitingLink(entry, "mail");
  const acceptUrl = await ports.links.page(link, "accept");
  const declineUrl = await ports.links.page(link, "decline");
  const fields = offerFields(deployed.policy, entry, { acceptUrl, declineUrl });
  const labels: MessageLabels = { kind: "offer", promise: "offer", language, ledger: ledgerTag(key) };
  return {
    to: { name: customer.name, address: customer.email },
    fromName: fields.company,
    replyTo: await ports.links.replyAddress(link),
    ...compose("offer", "email", language, fields),
    labels,
  };
};

/** Committed together with the claim: after an answer no claim can be written. */
const stillOwed = ({ pk, sk, version }: Waiting): Write => ({
  check: { pk, sk },
  if: { equals: { version, status: "waiting", "promises.offer.state": "open" } },
});
