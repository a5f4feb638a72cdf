import type { Ports } from "#adapters/ports.ts";
import { type Appointment, appointmentKey, asAppointment } from "#core/appointment/appointment.ts";
import { isErased } from "#core/erase/erased.ts";

/** The appointment as it stands now, strongly consistent; one that was erased is there no more. */
export const readAppointment = async (
  ports: Ports,
  { pack, code }: { readonly pack: string; readonly code: string },
): Promise<Appointment | undefined> => {
  const item = await ports.table.get(appointmentKey(pack, code));
  return item === undefined || isErased(item) ? undefined : asAppointment(item);
};
