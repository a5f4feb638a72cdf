import type { Ports } from "#adapters/ports.ts";
import type { About } from "#core/mail/whose.ts";
import { messageLedger, messagesOf, providersId } from "#core/message/message-id.ts";
import type { Instant } from "#core/time.ts";
import { noteMailEvent } from "../mail-event.ts";
import { aboutMessage } from "./evidence.ts";
import type { KeptMail } from "./incoming.ts";

/** A report names few mails; more in one is somebody's game. */
const mostReported = 10;

/**
 * What a mail server reports of mails of ours means what the provider's own event would: the promise is not kept, and a
 * person hears of it. Only of a mail that we sent, by the id that its recipient alone was shown.
 * @returns what those mails were about: there the report belongs too.
 */
export const noteUndelivered = async (
  ports: Ports,
  { meaning, arrival, destination }: Pick<KeptMail, "meaning" | "arrival" | "destination">,
): Promise<About[]> => {
  const about: About[] = [];
  for (const { messageId, reason } of meaning.undelivered.slice(0, mostReported)) {
    const id = providersId(messageId);
    if (id === undefined) continue;
    await noteBounce(ports, destination.pack, { id, reason, at: arrival.receivedAt });
    about.push(...(await aboutMessage(ports, id)).filter(({ pack }) => pack === destination.pack));
  }
  return about;
};

interface Reported {
  readonly id: string;
  readonly reason: string;
  readonly at: Instant;
}

const noteBounce = async (ports: Ports, pack: string, { id, reason, at }: Reported): Promise<void> => {
  const { pk, from, to } = messagesOf(id);
  const happened = { happened: "bounced", reason, mayBeReply: false } as const;
  for (const item of await ports.table.list(pk, from, to)) {
    const key = messageLedger(item);
    if (key?.pk.startsWith(`${pack}#`))
      await noteMailEvent(ports, { key, messageId: id, sentAt: at, at, ...happened });
  }
};
