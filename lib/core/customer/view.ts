import type { Appointment } from "#core/appointment/appointment.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { customerAccessView } from "./access-view.ts";
import type { Incident } from "./conduct.ts";
import { broughtBy, consequence, feeState, type NoShowRule, noShowRule, strikesOf } from "./consequence.ts";
import type { Counted } from "./counted.ts";
import type { Customer } from "./customer.ts";
import type { NoShowRecord } from "./strikes.ts";

/** What stands elsewhere, of the same customer. */
interface Known {
  readonly bookings: readonly Appointment[];
  readonly incidents: readonly Incident[];
  /** What counts for their next session: their own facts, or those of all of their account. */
  readonly counted: Counted;
}

/** Where a customer stands, for staff of the company: what happened, what follows from it now, and what they have booked. */
export const customerView = (
  policy: Policy,
  customer: Customer,
  { bookings, incidents, counted }: Known,
  now: Instant,
) => {
  const rule = noShowRule(policy);
  return {
    id: emailOf(customer),
    ...customerAccessView(customer, incidents, now),
    strikes: rule === undefined ? [] : strikeViews(rule, customer, counted),
    consequence: (rule && consequence(rule, counted, now)) ?? null,
    fees: Object.entries(customer.fees ?? {}).map(([id, fee]) => ({
      id,
      appointment: id,
      amount: fee.amount,
      currency: fee.currency,
      acceptedAt: fee.acceptedAt,
      state: feeState(rule, counted, fee),
    })),
    bookings: bookings.map(({ code, version, status, sessionType, host, start, end }) => ({
      id: code,
      version,
      status,
      sessionType,
      host,
      start,
      end,
    })),
  };
};

/** The address is the last part of the key, and may hold a `#` itself. */
const emailOf = ({ pk }: Pick<Customer, "pk">): string => pk.split("#").slice(2).join("#");

/** Also those that count for nothing, with the reason: staff must be able to explain each. */
const strikeViews = (rule: NoShowRule, customer: Customer, counted: Counted) => {
  const counting = strikesOf(rule, counted).map(({ code }) => code);
  const brought = new Map(broughtBy(rule, counted).map(({ strike, state }) => [strike.code, state]));
  return Object.entries(customer.noShows ?? {})
    .flatMap(([id, record]) => strikeView(id, record, counting.includes(id), brought.get(id)))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
};

const strikeView = (id: string, record: NoShowRecord, counts: boolean, brings: string | undefined) => {
  const fact = record.late ?? record.missed;
  if (fact === undefined) return [];
  const { waived, word } = record;
  return [
    {
      id,
      cause: fact.cause,
      at: fact.at,
      recordedAt: fact.recordedAt,
      counts,
      ...(brings !== undefined && { brings }),
      ...(waived !== undefined && { waived }),
      ...(word !== undefined && { word }),
    },
  ];
};
