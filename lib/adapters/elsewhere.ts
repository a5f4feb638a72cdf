import type { ElsewhereAnswer, ElsewhereErrand } from "#core/case/elsewhere-answer.ts";
import type { Instant } from "#core/time.ts";
import type { Accesses, NoAccesses, ReadAccesses } from "./elsewhere-secret.ts";
import { tellPct } from "./pct.ts";
import type { Elsewhere } from "./ports.ts";
import { createServiceNow, type TellServiceNow } from "./servicenow.ts";

export interface ElsewhereSettings {
  readonly accesses: ReadAccesses;
  /** Where pages live, without a slash at its end. */
  readonly site: string;
  readonly now: () => Instant;
  /** For all requests of one attempt together. */
  readonly timeoutMilliseconds?: number;
}

/** Other companies' systems, each by its own protocol. */
export const createElsewhere = ({
  accesses,
  site,
  now,
  timeoutMilliseconds = 8000,
}: ElsewhereSettings): Elsewhere => {
  const serviceNow = createServiceNow();
  return {
    tell: async (errand) => {
      const known = await accesses();
      if (typeof known === "string") return withoutSecret(known);
      const page = `${site}/desk/${errand.pack}/cases/${errand.number}`;
      const about = { now: now(), signal: AbortSignal.timeout(timeoutMilliseconds), page, serviceNow };
      return tellSystem(known, errand, about);
    },
  };
};

const withoutSecret = (why: NoAccesses): ElsewhereAnswer =>
  why === "unavailable"
    ? { outcome: "later", reason: "secret-unavailable" }
    : { outcome: "later", reason: "secret-not-understood", needsPerson: true };

interface About {
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly page: string;
  readonly serviceNow: TellServiceNow;
}

const tellSystem = async (
  known: Accesses,
  { system, ...errand }: ElsewhereErrand,
  { page, serviceNow, ...about }: About,
): Promise<ElsewhereAnswer> => {
  switch (system.id) {
    case "pct":
      return withAccess(known[errand.pack]?.pct, (access) =>
        tellPct({ ...errand, system, page }, access, about),
      );
    case "servicenow":
      return withAccess(known[errand.pack]?.servicenow, (access) =>
        serviceNow({ ...errand, system, page }, access, about.signal),
      );
  }
};

const withAccess = <Access extends object>(
  access: Access | "off" | undefined,
  tell: (access: Access) => Promise<ElsewhereAnswer>,
): Promise<ElsewhereAnswer> | ElsewhereAnswer => {
  if (access === "off") return { outcome: "off" };
  return access === undefined ? { outcome: "unconnected" } : tell(access);
};
