import type { Levels } from "#core/policy/benefits.ts";

export interface Upgrade {
  readonly to: string;
  readonly price: { readonly amount: string; readonly currency: string };
  readonly why: string;
  readonly clause: string;
  readonly ours?: string;
}

/**
 * What each higher level costs: the difference between the two while the investment is protected, else the whole of it
 * (expandit, *). Empty for a level that the policy does not name.
 */
export const upgradesFrom = (
  { currency, steps, clause, ours }: Levels,
  level: string | undefined,
  isProtected: boolean,
): Upgrade[] => {
  const at = steps.findIndex(({ id }) => id === level);
  const from = steps[at];
  if (from === undefined) return [];
  return steps.slice(at + 1).map(({ id, price }) => {
    const cents = isProtected ? inCents(price) - inCents(from.price) : inCents(price);
    return {
      to: id,
      price: { amount: asAmount(cents), currency },
      why: isProtected
        ? `The difference between ${price} for ${id} and ${from.price} for ${from.id}.`
        : `The whole price of ${id}: the investment in ${from.id} is not protected.`,
      clause,
      ...(ours !== undefined && { ours }),
    };
  });
};

/** Amounts have two decimals and at most nine digits before them: exact in a number. */
const inCents = (amount: string): number => Number(amount.replace(".", ""));

const asAmount = (cents: number): string => {
  const digits = String(cents).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
