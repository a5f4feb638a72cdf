import type { Ports } from "#adapters/ports.ts";
import { asBookings, type Bookings, bookingsKey, bookingsNow, noBookings } from "#core/customer/bookings.ts";
import { readAppointment } from "./appointment.ts";

/** What an address has booked by now. Each session is asked itself, so a cancelled one counts no more. */
export const readBookings = async (ports: Ports, pack: string, email: string): Promise<Bookings> => {
  const key = bookingsKey(pack, email);
  const item = await ports.table.get(key);
  const bookings = item === undefined ? noBookings(key) : asBookings(item);
  const now = ports.now();
  const heads = await Promise.all(bookings.open.map((code) => readAppointment(ports, { pack, code })));
  const stillToCome = heads.flatMap((head) =>
    head?.status === "booked" && head.end > now ? [head.code] : [],
  );
  return bookingsNow(bookings, stillToCome, now);
};
