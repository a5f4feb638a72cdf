import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { readAppointment } from "./appointment.ts";
import type { RevisionRequest } from "./decide-revision.ts";
import { recall } from "./recall.ts";

/**
 * Acts once for each Idempotency-Key, however often and however simultaneously the request comes: what was remembered
 * commits with the change itself. A repetition is answered with the appointment as it stands.
 */
export const once = async <R extends Refusal>(
  ports: Ports,
  request: Idempotency,
  code: string,
  act: (alongside: NonNullable<RevisionRequest["alongside"]>) => Promise<Appointment | R>,
): Promise<Appointment | R | Refusal<"idempotency-mismatch">> => {
  const repeated = await again(ports, request, code);
  if (repeated !== undefined) return repeated;
  const acted = await act(({ version }) => remember(request, { version }, ports.now()));
  // Read again in any case: a refusal may be the work of our own twin, and what was owed has been carried out by now.
  return (await again(ports, request, code)) ?? acted;
};

const again = async (
  ports: Ports,
  request: Idempotency,
  code: string,
): Promise<Appointment | Refusal<"idempotency-mismatch"> | undefined> => {
  const known = await recall<{ version: number }>(ports, request);
  if (known === undefined || isRefusal(known)) return known;
  return readAppointment(ports, { pack: request.pack, code });
};
