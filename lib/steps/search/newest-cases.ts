import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { listedNumber, listKey, openOnes, overOnes } from "#core/case/listed.ts";
import { day, plus } from "#core/time.ts";
import { readCase } from "../case/read.ts";
import { readAll } from "./read-all.ts";

/** Ours: each of them costs a read, and what is older is found by its number. */
const most = { open: 500, over: 200 };
/** Ours: so far back the list of those that are over is read. */
const back = 180 * day;

/** A company's open cases, and those that came in lately and are over; each the newest by receipt. */
export const newestCases = async (ports: Ports, pack: string): Promise<Case[]> => {
  const listed = await Promise.all([
    ports.table.list(listKey(pack), openOnes.from, openOnes.to),
    ports.table.list(listKey(pack), overOnes.from + plus(ports.now(), -back), overOnes.to),
  ]);
  const [open, over] = listed.map((items) => items.map(listedNumber));
  const numbers = [...(open ?? []).slice(-most.open), ...(over ?? []).slice(-most.over)];
  return readAll(numbers, (number) => readCase(ports, { pack, number }));
};
