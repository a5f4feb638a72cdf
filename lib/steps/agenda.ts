import type { Ports } from "#adapters/ports.ts";
import { agenda, agendaDay, agendaDays, codesIn } from "#core/appointment/agenda.ts";
import type { CalendarDate } from "#core/calendar.ts";
import type { Policy } from "#core/policy/shape.ts";
import { dateIn } from "#core/wall-clock.ts";
import { readAppointment } from "./appointment.ts";
import { readDays } from "./hosts.ts";

/** One day of all hosts: today, and in the company's zone, unless another is asked for. */
export const readAgenda = async (
  ports: Ports,
  policy: Policy,
  asked: { readonly date?: CalendarDate | undefined; readonly timeZone?: string | undefined },
) => {
  const { timeZone = policy.timeZone } = asked;
  const { date = dateIn(timeZone, ports.now()) } = asked;
  const day = agendaDay(date, timeZone);
  const codes = codesIn(await readDays(ports, agendaDays(policy, day)));
  const heads = await Promise.all(codes.map((code) => readAppointment(ports, { pack: policy.pack, code })));
  return {
    date,
    timeZone,
    sessions: agenda(
      policy,
      day,
      heads.filter((head) => head !== undefined),
    ),
  };
};
