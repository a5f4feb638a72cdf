import type { Ports } from "#adapters/ports.ts";
import { asChange, type Change } from "#core/change.ts";
import { declineWrites } from "#core/waiting/answer.ts";
import { untilCommitted } from "../until-committed.ts";
import { readEntry } from "./read.ts";

/**
 * Takes somebody off the waiting list who has booked what they waited for; what was kept for them passes on. A second run
 * finds them gone.
 * @returns the change, which may owe that an offer passes on; `undefined` when nothing was left to do.
 */
export const leaveLine = async (ports: Ports, pack: string, code: string): Promise<Change | undefined> => {
  let left: Change | undefined;
  await untilCommitted(ports, async () => {
    left = undefined;
    const entry = await readEntry(ports, { pack, code });
    if (entry?.status !== "waiting") return [];
    const { writes, change } = declineWrites(entry, { leave: true, actor: "kept" }, ports.now());
    left = asChange(change);
    return writes;
  });
  return left;
};
