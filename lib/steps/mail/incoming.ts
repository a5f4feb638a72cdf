import type { DeployedPolicy, MailPorts } from "#adapters/ports.ts";
import type { Destination } from "#core/mail/destination.ts";
import { asMail, keptMailKey, type MailEntry, mailEntry, putMail } from "#core/mail/entry.ts";
import type { Arrival, ReadMail } from "#core/mail/mail.ts";
import type { Meaning } from "#core/mail/meaning.ts";
import { providersId } from "#core/message/message-id.ts";

/** A mail that arrived, with all that was read of it. */
export interface Incoming {
  readonly arrival: Arrival;
  readonly read: { readonly mail: ReadMail; readonly meaning: Meaning } | { readonly unreadable: string };
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

/** Ours: a thread names more messages than that, and the nearest are those it answers. */
const mostReferences = 20;

/** Our own messages that a mail answers, or says were not delivered: the provider's ids, the nearest first. */
export const idsOf = ({ read }: Pick<Incoming, "read">): string[] => {
  if ("unreadable" in read) return [];
  const reported = read.meaning.undelivered.map(({ messageId }) => messageId);
  const answered = read.mail.references.slice(-mostReferences).toReversed();
  return [...new Set([...reported.slice(0, mostReferences), ...answered])].flatMap(
    (id) => providersId(id) ?? [],
  );
};

/** Keeps what people see of a mail, once; brought again, it is the entry that stands, with whatever became of it. */
export const keepMail = async (
  { table }: Pick<MailPorts, "table">,
  { pack, mailbox }: Destination,
  { arrival, read, size }: Incoming,
): Promise<MailEntry> => {
  const entry = mailEntry({ pack, mailbox, size }, arrival, read);
  const put = await table.commit([putMail(entry)]);
  if (put.committed) return entry;
  const standing = await table.get(keptMailKey(pack, arrival.id));
  return standing === undefined ? entry : asMail(standing);
};
