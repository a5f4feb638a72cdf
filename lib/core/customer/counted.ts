import type { Item, Key, Write } from "#core/table.ts";
import type { Membership } from "./access.ts";
import type { NoShowRule } from "./consequence.ts";
import { knownBy } from "./consequence.ts";
import type { Customer } from "./customer.ts";
import type { NoShowRecord } from "./strikes.ts";

/** The facts from which a consequence is computed: one customer's, or those of all who belong to an account. */
export type Counted = Pick<Customer, "noShows" | "fees" | "provenAt">;

/**
 * What the people of one account did, at `sk` "no-shows" beside the account: each session's facts by its code, as they
 * stand on its customer. Its own `rev`, so that a licence that is entered anew disturbs no booking; and it can stand for an
 * account that the company's own site signed and nobody entered yet.
 */
export interface Shared extends Key, Pick<Counted, "noShows" | "fees"> {
  readonly type: "account-no-shows";
  readonly rev: number;
}

export const sharedKey = (pack: string, account: string): Key => ({
  pk: `${pack}#account#${account}`,
  sk: "no-shows",
});

export const asShared = (item: Item): Shared => item as unknown as Shared;

export const newShared = (key: Key): Shared => ({ ...key, type: "account-no-shows", rev: 0 });

/**
 * The account under which a session's facts are counted together with those of others: the one under which they were first
 * written down, else the one that somebody vouches for. An account that a person merely names carries nobody's strikes.
 */
export const sharedBy = (
  rule: NoShowRule | undefined,
  { countedWith = {} }: Pick<Customer, "countedWith">,
  code: string | undefined,
  membership: Membership | undefined,
): string | undefined => {
  if (rule?.counts !== "account") return undefined;
  const known = code === undefined ? undefined : countedWith[code];
  return known ?? (membership?.vouched === true ? membership.id : undefined);
};

/** A customer's own facts, with those of everybody of the account where one is counted. */
export const countedFor = (customer: Customer, shared: Shared | undefined): Counted =>
  shared === undefined
    ? customer
    : {
        noShows: { ...shared.noShows, ...ownRecords(customer) },
        fees: { ...shared.fees, ...customer.fees },
      };

const ownRecords = (customer: Customer): Record<string, NoShowRecord> =>
  Object.fromEntries(
    Object.entries(customer.noShows ?? {}).map(([code, record]) => [code, proofWritten(customer, record)]),
  );

/** Beside other people's facts the address itself says nothing any more, so each record carries its own proof. */
const proofWritten = (customer: Customer, record: NoShowRecord): NoShowRecord => {
  const fact = record.late ?? record.missed;
  const { provenAt } = customer;
  if (record.provenAt !== undefined || fact === undefined || provenAt === undefined) return record;
  return knownBy(customer, fact) ? { ...record, provenAt } : record;
};

/** The account's facts with one session's as they now stand on its customer; the same ones where there are none. */
export const sharing = (shared: Shared, customer: Customer, code: string): Shared => {
  const [record, fee] = [ownRecords(customer)[code], customer.fees?.[code]];
  if (record === undefined && fee === undefined) return shared;
  return {
    ...shared,
    ...(record !== undefined && { noShows: { ...shared.noShows, [code]: record } }),
    ...(fee !== undefined && { fees: { ...shared.fees, [code]: fee } }),
  };
};

/** Remembers under which account the session's facts stand, whatever account its customer comes to belong to. */
export const countedUnder = (customer: Customer, code: string, account: string): Customer =>
  customer.noShows?.[code] === undefined && customer.fees?.[code] === undefined
    ? customer
    : { ...customer, countedWith: { ...customer.countedWith, [code]: account } };

/** Writes the account's facts as they were read and changed; refused when anything was written meanwhile. */
export const putShared = (shared: Shared): Write => ({
  put: { ...shared, rev: shared.rev + 1 },
  if: shared.rev === 0 ? { exists: false } : { equals: { rev: shared.rev } },
});

/** Goes along with whatever was decided from them. */
export const sharedUnchanged = ({ pk, sk, rev }: Shared): Write => ({
  check: { pk, sk },
  if: rev === 0 ? { exists: false } : { equals: { rev } },
});
