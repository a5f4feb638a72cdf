import type { DeployedPolicy, PersonalPorts } from "#adapters/ports.ts";
import type { Actor } from "#core/change.ts";
import { closedToForget } from "#core/erase/remainder.ts";
import { changeCase } from "../case/change.ts";
import { payNext } from "../pay.ts";
import { cancelAppointment } from "../revise.ts";
import { leaveLine } from "../waiting/leave-line.ts";
import type { StillOpen } from "./find.ts";

/**
 * Ends in the company's name what is still open: sessions are cancelled, and their hosts and their customer hear of it; cases
 * are closed, and their customer hears of it; places on the waiting list pass on. A second run finds nothing to end.
 */
export const closeOpen = async (
  ports: PersonalPorts,
  company: DeployedPolicy,
  { appointments, cases, places }: StillOpen,
  actor: Actor,
): Promise<void> => {
  const { pack } = company.policy;
  for (const { code } of appointments) await cancelAppointment(ports, company, { code, by: { actor } });
  for (const { number } of cases)
    await changeCase(ports, { pack, number }, (it) => closedToForget(it, { actor, now: ports.now() }));
  for (const { code } of places) await payNext(ports, leaveLine(ports, pack, code));
};
