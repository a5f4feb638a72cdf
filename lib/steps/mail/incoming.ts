import type { DeployedPolicy, MailPorts } from "#adapters/ports.ts";
import type { Destination } from "#core/mail/destination.ts";
import { asMail, type MailEntry, mailEntry, mailKey, putMail } from "#core/mail/entry.ts";
import type { Arrival, ReadMail } from "#core/mail/mail.ts";
import { type Meaning, meaningOf } from "#core/mail/meaning.ts";

/** A mail that arrived, with all that was read of it. */
export interface Incoming {
  readonly arrival: Arrival;
  readonly mail: ReadMail | { readonly unreadable: string };
  /** In bytes. */
  readonly size: number;
}

/** One that could be read, kept under one company. */
export interface KeptMail {
  readonly destination: Destination;
  readonly company: DeployedPolicy;
  readonly arrival: Arrival;
  readonly mail: ReadMail;
  readonly meaning: Meaning;
  readonly entry: MailEntry;
}

/** Keeps what people see of a mail, once; brought again, it is the entry that stands, with whatever became of it. */
export const keepMail = async (
  { table }: Pick<MailPorts, "table">,
  pack: string,
  { arrival, mail, size }: Incoming,
): Promise<MailEntry> => {
  const text = "unreadable" in mail ? "" : meaningOf(mail).displayed;
  const entry = mailEntry(pack, arrival, mail, { text, size });
  const put = await table.commit([putMail(entry)]);
  if (put.committed) return entry;
  const standing = await table.get(mailKey(pack, arrival.id));
  return standing === undefined ? entry : asMail(standing);
};
