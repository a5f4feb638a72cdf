import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Policy } from "#core/policy/shape.ts";
import { deployed } from "../booking/requests.ts";

/** Sessions of three lengths on a grid of half an hour: each overlaps with several of the others. */
const lengths = [30, 60, 90] as const;
export const sessionTypes = lengths.map((minutes) => `of-${minutes}`);

export const hosts = ["ann", "bea", "cas", "dan", "eva", "fem", "gus", "hal"] as const;

const always = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Open for eight hours on every day of the week, in UTC, with nothing between two sessions and no cap for anybody. */
export const company = (): DeployedPolicy => {
  const { policy, version } = deployed;
  const appointments = policy.appointments!;
  const [{ name, email, clause }, type] = [appointments.hosts[0]!, appointments.sessionTypes[0]!];
  const hours = Object.fromEntries(always.map((day) => [day, ["08:00-16:00"]]));
  const { holidays: _holidays, ...rest } = policy;
  const { bufferMinutes: _buffer, ...session } = type;
  const limits = { open: 1_000_000, perAddressPerDay: 1_000_000, perNetworkPerHour: 1_000_000 };
  const changed: Policy = {
    ...rest,
    appointments: {
      ...appointments,
      booking: { ...appointments.booking, limits, horizonDays: 365 },
      hosts: hosts.map((id) => ({ id, name, email, clause, timeZone: "UTC", hours })),
      sessionTypes: lengths.map((minutes) => ({
        ...session,
        id: `of-${minutes}`,
        minutes,
        hosts: [...hosts],
      })),
    },
  };
  return { policy: changed, version };
};
