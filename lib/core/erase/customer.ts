import { type Customer, putCustomer } from "#core/customer/customer.ts";
import type { Write } from "#core/table.ts";

/**
 * The customer of an address when all that was theirs is erased: deleted, or, where they came anew meanwhile, with what came
 * since and nothing from before. Refused when anything was written since it was read.
 */
export const erasedCustomer = (customer: Customer, codes: ReadonlySet<string>): Write => {
  const { pk, sk, type, rev, made, profile } = customer;
  const fresh = (all: readonly string[] = []): string[] => all.filter((code) => !codes.has(code));
  const [open, waiting, incidents] = [
    fresh(customer.open),
    fresh(customer.waiting),
    fresh(customer.incidents),
  ];
  if (open.length + waiting.length + incidents.length === 0)
    return { delete: { pk, sk }, if: { equals: { rev } } };
  const anew = { pk, sk, type, rev, open, made, waiting, incidents };
  return putCustomer({ ...anew, ...(profile !== undefined && { profile }) });
};
