import type { Ports } from "#adapters/ports.ts";
import { asMail, keptMailKey, type MailEntry } from "#core/mail/entry.ts";
import { allQuarantined, quarantinedMail, quarantineKey, quarantineRow } from "#core/mail/quarantine.ts";

/** At once: each of them costs a read. */
const together = 25;

/** What waits for a person at one company, the oldest first. */
export const listQuarantine = async (
  ports: Pick<Ports, "table">,
  pack: string,
): Promise<ReturnType<typeof quarantineRow>[]> => {
  const { from, to } = allQuarantined;
  const ids = (await ports.table.list(quarantineKey(pack), from, to)).map(quarantinedMail);
  const rows: ReturnType<typeof quarantineRow>[] = [];
  for (let at = 0; at < ids.length; at += together) {
    const some = await Promise.all(ids.slice(at, at + together).map((id) => readMailEntry(ports, pack, id)));
    rows.push(...some.flatMap((mail) => (mail === undefined ? [] : [quarantineRow(mail)])));
  }
  return rows;
};

/** A mail of one company, as people see it; strongly consistent. */
export const readMailEntry = async (
  { table }: Pick<Ports, "table">,
  pack: string,
  id: string,
): Promise<MailEntry | undefined> => {
  const item = await table.get(keptMailKey(pack, id));
  return item && asMail(item);
};
