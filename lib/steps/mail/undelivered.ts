import type { Ports } from "#adapters/ports.ts";
import { messageLedger, messagesOf, providersId } from "#core/message/message-id.ts";
import { noteMailEvent } from "../mail-event.ts";
import type { KeptMail } from "./incoming.ts";

/** A report names few mails; more in one is somebody's game. */
const mostReported = 10;

/**
 * What a mail server reports of mails of ours means what the provider's own event would: the promise is not kept, and a
 * person hears of it. Only of a mail that we sent, by the id that its recipient alone was shown.
 */
export const noteUndelivered = async (
  ports: Ports,
  { meaning, arrival, destination }: Pick<KeptMail, "meaning" | "arrival" | "destination">,
): Promise<void> => {
  for (const { messageId, reason } of meaning.undelivered.slice(0, mostReported)) {
    const id = providersId(messageId);
    if (id !== undefined) await noteBounce(ports, destination.pack, { id, reason, at: arrival.receivedAt });
  }
};

const noteBounce = async (
  ports: Ports,
  pack: string,
  {
    id,
    reason,
    at,
  }: { readonly id: string; readonly reason: string; readonly at: KeptMail["arrival"]["receivedAt"] },
): Promise<void> => {
  const { pk, from, to } = messagesOf(id);
  for (const item of await ports.table.list(pk, from, to)) {
    const key = messageLedger(item);
    if (key?.pk.startsWith(`${pack}#`))
      await noteMailEvent(ports, {
        key,
        messageId: id,
        sentAt: at,
        at,
        happened: "bounced",
        reason,
        mayBeReply: false,
      });
  }
};
