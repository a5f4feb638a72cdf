import type { PartnerKind } from "#core/policy/contact.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Lettered } from "./owed-letter.ts";

export const contactWays = ["phone", "mail", "meeting", "visit"] as const;
export type ContactWay = (typeof contactWays)[number];

/** Who keeps contact with an account. */
export interface AccountManager {
  readonly name: string;
  readonly email: string;
}

/**
 * Contact that is kept with an account (mission D7): `version` counts its rounds, each from one contact to the last moment
 * of the next. The account itself, its licence and what it may use stand elsewhere.
 */
export interface Relation extends Lettered {
  readonly type: "relation";
  readonly account: string;
  /** As the policy names it. */
  readonly kind: string;
  readonly manager: AccountManager;
  /** `pack@hash`: the policy that fixed the dates of this round. */
  readonly policy: string;
  /** When this round began: with the contact before, or when the account was entered here. */
  readonly since: Instant;
  readonly announceAt: Instant;
  readonly due: Instant;
  /** What time has brought in this round. */
  readonly announced?: true;
  readonly missed?: true;
  readonly lastContact?: { readonly at: Instant; readonly how: ContactWay; readonly entry: number };
  /** That they understand what is offered: who found so stands in the entry of that `rev`. */
  readonly understood?: { readonly at: Instant; readonly entry: number };
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

/** An account's id in a key and in the tag of a mail, which knows neither dots nor `_`: no two are alike. */
export const relationCode = (account: string): string =>
  account.replaceAll(/[._-]/g, (mark) => codes[mark] ?? mark);

const codes: Readonly<Record<string, string>> = { "-": "--", ".": "-d", _: "-u" };

export const relationKey = (pack: string, account: string): Key => ({
  pk: `${pack}#relation#${relationCode(account)}`,
  sk: "head",
});

export const asRelation = (item: Item): Relation => item as unknown as Relation;

export const partnerKind = (
  { steadyContact }: Pick<Policy, "steadyContact">,
  kind: string,
): PartnerKind | undefined => steadyContact?.kinds.find(({ id }) => id === kind);

/** Whether nothing is sold to them yet: nobody has found that they understand what is offered. */
export const isNotUnderstood = (
  policy: Pick<Policy, "steadyContact">,
  relation: Relation | undefined,
): boolean =>
  relation !== undefined &&
  relation.understood === undefined &&
  partnerKind(policy, relation.kind)?.understanding === true;

/** As staff see it. @param words what was written with an entry. */
export const relationView = (
  relation: Relation,
  words: (entry: number) => { readonly text?: string; readonly by?: string } | undefined,
  now: Instant,
) => {
  const { account, rev, kind, manager, since, due, lastContact, understood, missed } = relation;
  return {
    account,
    rev,
    kind,
    manager,
    since,
    nextContactBy: due,
    state: missed === true || now > due ? ("missed" as const) : ("open" as const),
    ...(lastContact !== undefined && {
      lastContact: { at: lastContact.at, how: lastContact.how, ...words(lastContact.entry) },
    }),
    ...(understood !== undefined && { understood: { at: understood.at, ...words(understood.entry) } }),
  };
};
