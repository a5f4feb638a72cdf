import type { Ports } from "#adapters/ports.ts";
import type { Customer } from "#core/customer/customer.ts";
import { asEntry, type Entry, entryKey } from "#core/waiting/entry.ts";
import { asOffer, type Offer, offerKey } from "#core/waiting/offer.ts";

/** A place on the list as it stands now, strongly consistent. */
export const readEntry = async (
  ports: Ports,
  { pack, code }: { readonly pack: string; readonly code: string },
): Promise<Entry | undefined> => {
  const item = await ports.table.get(entryKey(pack, code));
  return item && asEntry(item);
};

export const readOffer = async (ports: Ports, pack: string, id: string): Promise<Offer | undefined> => {
  const item = await ports.table.get(offerKey(pack, id));
  return item && asOffer(item);
};

/** All places that a customer is known to have, whatever became of them. */
export const entriesOf = async (
  ports: Ports,
  pack: string,
  { waiting = [] }: Customer,
): Promise<readonly Entry[]> => {
  const entries = await Promise.all(waiting.map((code) => readEntry(ports, { pack, code })));
  return entries.filter((entry) => entry !== undefined);
};
