import type { MailPorts, Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { caseLink } from "#core/case/link.ts";
import type { ReadMail } from "#core/mail/mail.ts";
import { settleMail } from "#steps/mail/settle.ts";

/** Brings mails of a story in, as if a server had: each is read as it was told, with nothing wrong about it. */
export const createMailRoom = (ports: Ports, pack: string) => {
  let count = 0;
  const room: MailPorts = {
    ...ports,
    packs: () => [pack],
    mailReader: { read: async (raw) => JSON.parse(new TextDecoder().decode(raw)) as ReadMail },
    rawMails: {
      keptDays: 30,
      size: async () => undefined,
      read: async () => new Uint8Array(),
      storedBetween: async () => [],
    },
  };
  /** The customer answers a mail about their case. */
  return async (it: Case, text: string): Promise<void> => {
    const { name, email: address } = it.customer;
    const to = await ports.links.replyAddress(caseLink(it, "mail", "customer"));
    const subject = `Re: ${it.number}`;
    const read: ReadMail = {
      from: { name, address },
      to: [{ name: "", address: to }],
      cc: [],
      subject,
      text,
      references: [],
      attachments: [],
      headers: [],
    };
    const verdicts = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" } as const;
    const id = `mail-${(count += 1)}`;
    const arrival = {
      id,
      receivedAt: ports.now(),
      sender: address,
      recipients: [to],
      verdicts,
      from: address,
      subject,
    };
    await settleMail(room, arrival, new TextEncoder().encode(JSON.stringify(read)));
  };
};
