import type { Ports } from "#adapters/ports.ts";
import { daysToRead, openSlots, type Slot, type SlotQuery } from "#core/appointment/slots.ts";
import { spanProblem } from "#core/appointment/span.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import { offerOf, readDays } from "./hosts.ts";

export type SlotsRefusal = Refusal<
  "no-appointments" | "unknown-session-type" | "span-empty" | "span-too-long"
>;

/** What can be booked in the span that is asked for, as the table stands now. */
export const findSlots = async (
  ports: Ports,
  policy: Policy,
  asked: Omit<SlotQuery, "pack" | "appointments" | "closed">,
): Promise<Slot[] | SlotsRefusal> => {
  const { pack, company, appointments } = policy;
  if (appointments === undefined)
    return { refused: "no-appointments", detail: `${company} takes no appointments here.` };
  const problem = spanProblem(asked.from, asked.to);
  if (problem !== undefined) return problem;
  const question = { pack, ...offerOf(ports, policy, appointments), ...asked };
  const days = daysToRead(question);
  return isRefusal(days) ? days : openSlots(question, ports.now(), await readDays(ports, days));
};
