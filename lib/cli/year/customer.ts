import type { Customer } from "#core/appointment/appointment.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { day, hour, type Milliseconds } from "#core/time.ts";
import { createDice, type Dice } from "./dice.ts";

/** What somebody wants of the year, decided before it begins; the shares are ours, and only have to be of every kind. */
export interface Intention {
  readonly customer: Customer;
  readonly language: Language;
  readonly sessionType: string;
  /** How far ahead they look for a session. */
  readonly ahead: Milliseconds;
  readonly namesHost: boolean;
  /** What they do before the session, one after the other. */
  readonly acts: readonly Act[];
}

/** `when` is the share of the time from now to the start that passes first, unless it is late. */
export type Act =
  | { readonly does: "move" | "cancel" | "staff-cancel"; readonly when: number }
  | { readonly does: "move" | "cancel"; readonly before: Milliseconds };

const withoutPhone = 0.2;
const namingTheirHost = 0.6;

export const intentionOf = ({ appointments, languages }: Policy, dice: Dice, people: number): Intention => {
  const person = Math.floor(dice.between(0, people));
  return {
    ...somebody(person, languages),
    sessionType: dice.pick(appointments?.sessionTypes ?? []).id,
    ahead: aheadOf(dice),
    namesHost: dice.happens(namingTheirHost),
    acts: actsOf(dice),
  };
};

/** One person is the same in all their bookings. */
const somebody = (
  person: number,
  languages: readonly Language[],
): Pick<Intention, "customer" | "language"> => {
  const own = createDice(person);
  const phone = own.happens(withoutPhone)
    ? {}
    : { phone: `+316${String(person % 100_000_000).padStart(8, "0")}` };
  return {
    customer: { name: `Customer ${person}`, email: `customer-${person}@customer.example`, ...phone },
    language: own.pick(languages),
  };
};

/** One in eight needs it today, most within a fortnight, some long ahead. */
const aheadOf = (dice: Dice): Milliseconds => {
  const kind = dice.throw();
  if (kind < 0.12) return dice.between(2 * hour, 24 * hour);
  return kind < 0.8 ? dice.between(day, 14 * day) : dice.between(14 * day, 50 * day);
};

const actsOf = (dice: Dice): Act[] => {
  const kind = dice.throw();
  const early = () => ({ when: dice.between(0.1, 0.6) });
  const late = () => ({ before: dice.between(hour / 2, 23 * hour) });
  if (kind < 0.72) return [];
  if (kind < 0.82) return [{ does: "move", ...early() }];
  if (kind < 0.85)
    return [
      { does: "move", ...early() },
      { does: "move", ...early() },
    ];
  if (kind < 0.87) return [{ does: "move", ...late() }];
  if (kind < 0.93) return [{ does: "cancel", ...early() }];
  return kind < 0.97 ? [{ does: "cancel", ...late() }] : [{ does: "staff-cancel", ...early() }];
};
