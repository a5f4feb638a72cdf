import type { MessageLabels, OutgoingMail, Ports } from "#adapters/ports.ts";
import { compose } from "#core/message/compose.ts";
import { ledgerTag } from "#core/message/send.ts";
import type { Key } from "#core/table.ts";
import type { Waiting } from "#core/waiting/entry.ts";
import { offerFields, waitingLink } from "#core/waiting/letter.ts";

/** What is offered, in its reader's language. @throws Error where nothing is offered: a fault of ours. */
export const writeOffer = async (ports: Ports, entry: Waiting, key: Key): Promise<OutgoingMail> => {
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
