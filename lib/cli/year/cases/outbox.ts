import type { OutgoingMail, Sending } from "#adapters/ports.ts";
import type { Item } from "#core/table.ts";
import { epoch, type Instant } from "#core/time.ts";
import type { Observed } from "../../oracle/judge.ts";

interface Attempts {
  readonly at: number;
  readonly kind: string;
  readonly promise: string;
  taken: number;
}

/** Everything that was handed to a provider about cases: when first, and how often it was taken. */
export interface Outbox {
  noted(mail: OutgoingMail, at: Instant, sending: Sending): void;
  /** What was said about the case of that head. */
  about(head: Item): Observed[];
}

export const createOutbox = (): Outbox => {
  const byCase = new Map<string, Map<string, Attempts>>();
  return {
    noted: ({ labels: { ledger, kind, promise } }, at, { outcome }) => {
      const subject = subjectOf(ledger);
      const known = byCase.get(subject) ?? new Map<string, Attempts>();
      byCase.set(subject, known);
      const one = known.get(ledger) ?? { at: epoch(at), kind, promise, taken: 0 };
      if (outcome === "accepted" || outcome === "unknown") one.taken += 1;
      known.set(ledger, one);
    },
    about: (head) => {
      const promises = (head["promises"] ?? {}) as Readonly<Record<string, Owing>>;
      return [...(byCase.get(head.pk.replaceAll("#", "_"))?.values() ?? [])].map(
        ({ at, kind, promise, taken }) => ({ at, taken, what: whatOf(kind, promises[promise]) }),
      );
    },
  };
};

interface Owing {
  readonly milestone?: string;
  readonly to?: unknown;
}

/** `solar_case_743QBT3_…`: the first three parts are the case's own key. */
const subjectOf = (ledger: string): string => ledger.split("_").slice(0, 3).join("_");

const whatOf = (kind: string, { milestone = "", to = "" }: Owing = {}): string => {
  if (kind === "staff-case-warning") return `warned ${milestone}`;
  return kind === "staff-case-missed" ? `missed ${milestone} ${String(to)}` : kind;
};
