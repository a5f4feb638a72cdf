import type { Effect } from "#core/change.ts";
import type { MessageKind } from "#core/policy/vocabulary.ts";
import { asleep, type Write, wake } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Appointment, Promised } from "./appointment.ts";
import { notifications } from "./promises.ts";
import { nextLook } from "./settle.ts";

/** Messages that the present version comes to owe besides its own, and how they are carried out. */
export interface Notified {
  readonly promises: Readonly<Record<string, Promised>>;
  readonly owed: readonly Effect[];
}

/** A kind that this version has sent before gets a name of its own: what became of the first stays as it was. */
export const notified = (
  { promises }: Pick<Appointment, "promises">,
  kinds: readonly MessageKind[],
  now: Instant,
): Notified => {
  const fresh = kinds.flatMap((kind) =>
    Object.values(notifications([kind], now)).map(
      (promised) => [freeName(promises, kind), promised] as const,
    ),
  );
  return {
    promises: { ...promises, ...Object.fromEntries(fresh) },
    owed: fresh.map(([promise]) => ({ effect: "deliver", promise })),
  };
};

const freeName = (promises: Appointment["promises"], kind: string, count = 1): string => {
  const name = count === 1 ? kind : `${kind}-${count}`;
  return promises[name] === undefined ? name : freeName(promises, kind, count + 1);
};

/** The head with these promises beside the others, as the next `rev` of the same version. */
export const noteOnHead = (appointment: Appointment, { promises }: Pick<Notified, "promises">): Write => {
  const look = nextLook({ ...appointment, promises });
  return {
    update: { pk: appointment.pk, sk: appointment.sk },
    set: { promises, rev: appointment.rev + 1, ...wake(appointment, look) },
    ...(look === undefined && { remove: asleep }),
    if: { equals: { rev: appointment.rev } },
  };
};
