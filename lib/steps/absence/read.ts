import type { Ports } from "#adapters/ports.ts";
import { type Absence, type Away, absenceKey, asAbsence, asAway, notOver } from "#core/absence/absence.ts";
import type { Instant } from "#core/time.ts";

type Reading = Pick<Ports, "table">;

/** Whoever is away at that moment or later, at one company. */
export const readAbsences = async ({ table }: Reading, pack: string, at: Instant): Promise<Away[]> => {
  const { pk, from, to } = notOver(pack, at);
  return (await table.list(pk, from, to)).map(asAway);
};

/** Strongly consistent. */
export const readAbsence = async (
  { table }: Reading,
  pack: string,
  id: string,
): Promise<Absence | undefined> => {
  const item = await table.get(absenceKey(pack, id));
  return item && asAbsence(item);
};
