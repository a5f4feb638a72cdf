import type { MailPorts } from "#adapters/ports.ts";
import type { Arrival } from "#core/mail/mail.ts";
import { asRegisteredMail, mailKey, type RegisteredMail, register } from "#core/mail/registered.ts";

type RegisterPorts = Pick<MailPorts, "table" | "rawMails">;

/**
 * Writes down that a mail arrived, before anybody tries to read it: one that no program survives is known all the same.
 * Announced again it is the mail that it was, with whatever became of it.
 */
export const registerMail = async (
  { table, rawMails }: RegisterPorts,
  arrival: Arrival,
): Promise<RegisteredMail> => {
  const known = await table.get(mailKey(arrival.id));
  if (known !== undefined) return asRegisteredMail(known);
  const size = await rawMails.size(arrival.id);
  await table.commit(register(arrival, { size, keptDays: rawMails.keptDays }));
  const written = await table.get(mailKey(arrival.id));
  if (written === undefined)
    throw new Error(`the mail ${arrival.id} is in the book of its day, and has no head`);
  return asRegisteredMail(written);
};
