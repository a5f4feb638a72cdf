import type { PersonalPorts } from "#adapters/ports.ts";
import { erasedArrival, erasedMail } from "#core/erase/mail.ts";
import { asMail, keptMailKey, type MailEntry } from "#core/mail/entry.ts";
import { asRegisteredMail, mailKey } from "#core/mail/registered.ts";
import { commitEach } from "./beside.ts";

/**
 * Erases a mail: its raw form, who sent it to whom, and what its company keeps of it, that last, so that a run that dies
 * finds it again. One that nobody has settled yet is left alone.
 * @returns whether the company had it.
 */
export const eraseMail = async (
  ports: PersonalPorts,
  { pack, id }: Pick<MailEntry, "pack" | "id">,
): Promise<boolean> => {
  const kept = await ports.table.get(keptMailKey(pack, id));
  const mail = kept && asMail(kept);
  if (mail !== undefined && mail.outcome === undefined) return false;
  if (!(await isOthersToo(ports, pack, id))) await eraseArrival(ports, id);
  if (mail === undefined) return false;
  await commitEach(ports, erasedMail(mail));
  return true;
};

/** One mail to two companies is one raw mail: the last of them to erase it takes it away. */
const isOthersToo = async ({ table, packs }: PersonalPorts, pack: string, id: string): Promise<boolean> => {
  const others = packs().filter((each) => each !== pack);
  const found = await Promise.all(others.map((each) => table.get(keptMailKey(each, id))));
  return found.some((item) => item !== undefined);
};

const eraseArrival = async ({ table, rawMailEraser }: PersonalPorts, id: string): Promise<void> => {
  await rawMailEraser.erase(id);
  const item = await table.get(mailKey(id));
  const write = item && erasedArrival(asRegisteredMail(item));
  if (write !== undefined) await table.commit([write]);
};
