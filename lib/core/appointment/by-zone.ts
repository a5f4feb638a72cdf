import { createCache } from "#core/cache.ts";
import type { Host } from "#core/policy/shape.ts";

/** `make`, which looks at nothing but a host's zone, once for each zone: a company of many hosts has few. */
export const byZone = <Made>(make: (timeZone: string) => Made): ((host: Pick<Host, "timeZone">) => Made) => {
  const made = createCache<Made>(mostZones);
  return ({ timeZone }) => made(timeZone, make);
};

const mostZones = 500;
