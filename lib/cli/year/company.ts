import type { DeployedPolicy } from "#adapters/ports.ts";
import type { AppointmentPolicy, Host } from "#core/policy/shape.ts";

/** About half of what one host can give in a year: with more, customers would find too little that is free. */
const sessionsPerHost = 700;

/**
 * The company with as many hosts as that number of appointments needs: each of its own, several times over. All that it
 * promises stays as it is.
 */
export const grown = (
  { policy, version }: DeployedPolicy,
  rules: AppointmentPolicy,
  appointments: number,
): DeployedPolicy => {
  const copies = Math.max(1, Math.ceil(appointments / rules.sessionTypes.length / sessionsPerHost));
  return {
    version,
    policy: {
      ...policy,
      appointments: {
        ...rules,
        hosts: rules.hosts.flatMap((host) => times(copies, (copy) => hostNumber(host, copy))),
        sessionTypes: rules.sessionTypes.map((type) => ({
          ...type,
          hosts: type.hosts.flatMap((id) => times(copies, (copy) => idOf(id, copy))),
        })),
      },
    },
  };
};

const hostNumber = (host: Host, copy: number): Host => ({ ...host, id: idOf(host.id, copy) });

const idOf = (id: string, copy: number): string => (copy === 0 ? id : `${id}-${copy + 1}`);

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
