import { readMailEvent } from "#adapters/mail-events.ts";
import { noteMailEvent } from "#steps/mail-event.ts";
import { queue } from "./shared/queue.ts";

/** What became of the mails that went out, as SES reports it. */
export const handler = queue(async (ports, body) => {
  const event = readMailEvent(body);
  if (event === undefined) ports.log.info("a report of a mail that the ledger does not know", {});
  else await noteMailEvent(ports, event);
});
