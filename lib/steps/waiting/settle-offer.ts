import type { Ports } from "#adapters/ports.ts";
import type { Promised, PromiseState } from "#core/appointment/appointment.ts";
import { asSend, errandOf, type Send, settleSend } from "#core/message/send.ts";
import type { Key, Write } from "#core/table.ts";
import { settleMail } from "#core/waiting/mail.ts";
import { type Attempt, lost } from "../send-once.ts";
import { outcomeState, tellStaff } from "../settle.ts";
import { untilCommitted } from "../until-committed.ts";
import type { OfferErrand } from "./deliver-offer.ts";
import { readEntry } from "./read.ts";

/** Writes what became of the mail about an offer, while that offer is the present one. */
export const settleOffer = (
  ports: Ports,
  errand: OfferErrand,
  state: (promised: Promised) => PromiseState | undefined,
): Promise<void> => untilCommitted(ports, () => offerPromiseWrites(ports, errand, state));

export const offerPromiseWrites = async (
  ports: Ports,
  errand: OfferErrand,
  after: (promised: Promised) => PromiseState | undefined,
): Promise<Write[]> => {
  const entry = await readEntry(ports, errand);
  const promised = entry?.version === errand.version ? entry.promises["offer"] : undefined;
  const state = promised && after(promised);
  return entry === undefined || state === undefined ? [] : [settleMail(entry, state)];
};

/** As for an appointment: a person hears of what failed before anything is settled. */
export const settleOfferSending = async (
  ports: Ports,
  errand: OfferErrand,
  key: Key,
  { claim, outcome }: Attempt,
): Promise<void> => {
  if (outcome.state !== "sent")
    await tellStaff(ports, { ...errand, promise: "offer" }, `send-${outcome.state}`, outcome.reason);
  await untilCommitted(ports, async () => {
    const item = await ports.table.get(key);
    const claimed = item !== undefined && asSend(item).state === "claimed";
    const promise = await offerPromiseWrites(ports, errand, (promised) =>
      promised.state === "open" ? outcomeState(promised, outcome, ports.now()) : undefined,
    );
    return [...(claimed ? [settleSend(key, claim, outcome, ports.now())] : []), ...promise];
  });
};

/** The run that claimed it died, perhaps after sending: a person is told, and it is never sent again. */
export const settleLostOffer = (ports: Ports, send: Send): Promise<void> =>
  settleOfferSending(
    ports,
    errandOf(send),
    { pk: send.pk, sk: send.sk },
    { claim: send.claim, outcome: lost },
  );
