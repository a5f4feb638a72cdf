import type { Promised } from "#core/appointment/appointment.ts";
import type { Item } from "#core/table.ts";
import type { Instant } from "#core/time.ts";

/** How one promise of one version of an appointment has ended, read from the table alone. */
export interface PromiseEnd {
  readonly code: string;
  readonly version: number;
  readonly promise: string;
  readonly kind: string;
  readonly channel: string;
  readonly due: Instant;
  /** `open` past its due is what nobody accounts for. */
  readonly state: Promised["state"];
  readonly at?: Instant;
  readonly reason?: string;
}

/** Of every appointment in the table, every version, in the order in which they fell due. */
export const promiseEnds = (items: readonly Item[]): PromiseEnd[] =>
  items
    .filter((item) => item["type"] === "appointment" || item["type"] === "version")
    .flatMap((item) => endsOf(item.pk.split("#").at(-1) ?? "", item as unknown as Version))
    .toSorted((one, other) => one.version - other.version || (one.due < other.due ? -1 : 1));

interface Version {
  readonly version: number;
  readonly promises: Readonly<Record<string, Promised>>;
}

const endsOf = (code: string, { version, promises }: Version): PromiseEnd[] =>
  Object.entries(promises).map(([promise, promised]) => ({
    code,
    version,
    promise,
    kind: promised.kind,
    channel: promised.channel,
    due: promised.due,
    state: promised.state,
    ...("at" in promised && { at: promised.at }),
    ...("reason" in promised && { reason: promised.reason }),
  }));
