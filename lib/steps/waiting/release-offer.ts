import type { Ports } from "#adapters/ports.ts";
import { asChange, type Change } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import { declineWrites } from "#core/waiting/answer.ts";
import { untilCommitted } from "../until-committed.ts";
import { ifTheyPay, mayHave } from "./may-have.ts";
import { readEntry } from "./read.ts";

/**
 * Takes an offer from somebody who may not have it any more, so that it is kept for nobody in vain. Who may keep it
 * keeps it, and a second run finds nothing to take.
 * @returns the change, which owes that the offer passes on; `undefined` when nothing was left to do.
 */
export const releaseOffer = async (ports: Ports, pack: string, code: string): Promise<Change | undefined> => {
  let released: Change | undefined;
  await untilCommitted(ports, async () => {
    released = undefined;
    const entry = await readEntry(ports, { pack, code });
    const deployed = ports.policies.current(pack);
    if (deployed === undefined || entry?.status !== "waiting" || entry.offer === undefined) return [];
    if (!isRefusal(await mayHave(ports, deployed, entry, ifTheyPay(entry.offer.start)))) return [];
    const { writes, change } = declineWrites(entry, { leave: false, actor: "kept" }, ports.now());
    released = asChange(change);
    return writes;
  });
  return released;
};
