import type { CalendarDate } from "#core/calendar.ts";
import type { Item, Key, Write } from "#core/table.ts";
import type { Restrictable } from "./restriction.ts";

/** A company that a pack serves: its licence decides what those who belong to it may use. */
export interface Account extends Key, Restrictable {
  readonly type: "account";
  readonly pack: string;
  readonly id: string;
  readonly rev: number;
  /** As the policy names it. */
  readonly licence: string;
  readonly users: number;
  readonly name?: string;
  /** Software Assurance of the account's own customers (`expandit`). */
  readonly assurances?: readonly Assurance[];
  /** The feature level that it has, as the policy names it. */
  readonly level?: string;
  /** Whether its software is the current one; absent: nobody has said. */
  readonly currentSoftware?: boolean;
  readonly escrow?: EscrowFacts;
}

/** What the agent that keeps the source code has told us of an account. */
export interface EscrowFacts {
  /** When its right to the code was checked, in the company's zone. */
  readonly checkedOn?: CalendarDate | undefined;
  /** Access before others, as arranged with the agent. */
  readonly priority?: boolean | undefined;
}

export interface Assurance {
  readonly customer: string;
  /** The last day on which it holds, in the company's zone. */
  readonly until: CalendarDate;
}

/** What staff enter or import; restrictions come from judgements alone. */
export interface AccountFacts extends Pick<Account, "licence" | "users"> {
  readonly name?: string | undefined;
  readonly assurances?: readonly Assurance[] | undefined;
  readonly level?: string | undefined;
  readonly currentSoftware?: boolean | undefined;
  readonly escrow?: EscrowFacts | undefined;
}

/** No `#`, which parts keys. */
export const accountIdShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export const accountKey = (pack: string, id: string): Key => ({ pk: `${pack}#account#${id}`, sk: "head" });

export const asAccount = (item: Item): Account => item as unknown as Account;

/** The account with new facts: what is left out is gone, and its restrictions stay. */
export const accountWith = (
  before: Account | undefined,
  { pack, id }: Pick<Account, "pack" | "id">,
  { licence, users, name, assurances, ...facts }: AccountFacts,
): Account => ({
  ...accountKey(pack, id),
  type: "account",
  pack,
  id,
  rev: before?.rev ?? 0,
  licence,
  users,
  ...(name !== undefined && { name }),
  ...(assurances !== undefined && assurances.length > 0 && { assurances }),
  ...ofSoftware(facts),
  ...(before?.restrictions !== undefined && { restrictions: before.restrictions }),
});

/** What of the software is known; left out is what nobody has said. */
const ofSoftware = ({
  level,
  currentSoftware,
  escrow,
}: Pick<AccountFacts, "level" | "currentSoftware" | "escrow">) => ({
  ...(level !== undefined && { level }),
  ...(currentSoftware !== undefined && { currentSoftware }),
  ...(escrow !== undefined && { escrow }),
});

/** Writes the account as it was read and changed; refused when anything was written meanwhile. */
export const putAccount = (account: Account): Write => ({
  put: { ...account, rev: account.rev + 1 },
  if: account.rev === 0 ? { exists: false } : { equals: { rev: account.rev } },
});

/** Goes along with whatever was decided from the account: refused when it is not that any more. */
export const accountUnchanged = (key: Key, account: Account | undefined): Write => ({
  check: key,
  if: account === undefined ? { exists: false } : { equals: { rev: account.rev } },
});

/** As staff see it. */
export const accountView = ({
  id,
  rev,
  licence,
  users,
  name,
  assurances = [],
  restrictions = [],
  ...facts
}: Account) => ({
  id,
  rev,
  licence,
  users,
  ...(name !== undefined && { name }),
  assurances,
  ...ofSoftware(facts),
  restrictions,
});
