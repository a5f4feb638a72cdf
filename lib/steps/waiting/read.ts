import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Customer } from "#core/customer/customer.ts";
import { answeredBy, asEntry, type Entry, entryKey, stillWaits } from "#core/waiting/entry.ts";
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

/** Codes of the places that a booking answers. Read with the customer, whose `rev` guards that none was added meanwhile. */
export const placesAnswered = async (
  ports: Ports,
  customer: Customer,
  appointment: Appointment,
): Promise<string[]> =>
  (await entriesOf(ports, appointment.pack, customer))
    .filter((entry) => stillWaits(entry, ports.now()) && answeredBy(entry, appointment))
    .map(({ code }) => code);
