import type { Ports } from "#adapters/ports.ts";
import { daysToRead, openSlots, type Slot, type SlotQuery } from "#core/appointment/slots.ts";
import { spanProblem } from "#core/appointment/span.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { offerOf, readDays } from "./hosts.ts";

export type SlotsRefusal = Refusal<
  "no-appointments" | "unknown-session-type" | "span-empty" | "span-too-long"
>;

/**
 * What can be booked in the span that is asked for, as the table stands now.
 * @param mover the code of an appointment that is to be moved: what it holds itself counts as free, for it goes along.
 */
export const findSlots = async (
  ports: Ports,
  policy: Policy,
  asked: Omit<SlotQuery, "pack" | "appointments" | "closed">,
  mover?: string,
): Promise<Slot[] | SlotsRefusal> => {
  const { pack, company, appointments } = policy;
  if (appointments === undefined)
    return { refused: "no-appointments", detail: `${company} takes no appointments here.` };
  const problem = spanProblem(asked.from, asked.to);
  if (problem !== undefined) return problem;
  const question = { pack, ...offerOf(ports, policy, appointments), ...asked };
  const days = daysToRead(question);
  if (isRefusal(days)) return days;
  const occupied = await readDays(ports, days);
  return openSlots(question, ports.now(), mover === undefined ? occupied : occupied.map(without(mover)));
};

const without =
  (code: string) =>
  ({ pk, sk, ...cells }: Item): Item => ({
    pk,
    sk,
    ...Object.fromEntries(Object.entries(cells).filter(([, holder]) => holder !== code)),
  });
