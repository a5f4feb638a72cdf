import type { Ports } from "#adapters/ports.ts";
import type { HostItems } from "#core/appointment/cells.ts";
import { daysToRead, type SlotQuery } from "#core/appointment/slot-query.ts";
import { allOf, type FreeSlots, freeSlots, type Slot } from "#core/appointment/slots.ts";
import { spanProblem } from "#core/appointment/span.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { offerOf, readHosts } from "./hosts.ts";

export type SlotsRefusal = Refusal<
  "no-appointments" | "unknown-session-type" | "span-empty" | "span-too-long"
>;

type Asked = Omit<SlotQuery, "pack" | "appointments" | "closed">;

/**
 * What can be booked in the span that is asked for, as the table stands now.
 * @param mover the code of an appointment that is to be moved: what it holds itself counts as free, for it goes along.
 */
export const findSlots = async (
  ports: Ports,
  policy: Policy,
  asked: Asked,
  mover?: string,
): Promise<Slot[] | SlotsRefusal> => {
  const free = await findFree(ports, policy, asked, mover);
  return isRefusal(free) ? free : allOf(free);
};

/** The same, for whoever takes one of them: the others are never written. */
export const findFree = async (
  ports: Ports,
  policy: Policy,
  asked: Asked,
  mover?: string,
): Promise<FreeSlots | SlotsRefusal> => {
  const { pack, company, appointments } = policy;
  if (appointments === undefined)
    return { refused: "no-appointments", detail: `${company} takes no appointments here.` };
  const problem = spanProblem(asked.from, asked.to);
  if (problem !== undefined) return problem;
  const question = { pack, ...offerOf(ports, policy, appointments), ...asked };
  const days = daysToRead(question);
  if (isRefusal(days)) return days;
  const occupied = await readHosts(ports, days);
  return freeSlots(question, ports.now(), mover === undefined ? occupied : without(mover, occupied));
};

const without = (mover: string, occupied: HostItems): HostItems =>
  new Map([...occupied].map(([pk, items]) => [pk, items.map(leaving(mover))]));

const leaving =
  (code: string) =>
  ({ pk, sk, ...cells }: Item): Item => ({
    pk,
    sk,
    ...Object.fromEntries(Object.entries(cells).filter(([, holder]) => holder !== code)),
  });
