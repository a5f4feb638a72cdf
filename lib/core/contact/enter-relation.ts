import type { ContactRules, RelationDecided, RelationDeed } from "./decided.ts";
import { roundFrom, withoutCome } from "./decided.ts";
import { type AccountManager, type Relation, relationKey } from "./relation.ts";
import { openRound, voidRound } from "./round.ts";

export interface Entered {
  readonly pack: string;
  readonly account: string;
  readonly manager: AccountManager;
}

/** An account with which contact is kept from now on; entered again, its manager changes, and with its kind its dates. */
export const enter = (
  before: Relation | undefined,
  rules: ContactRules,
  entered: Entered,
  { actor, now }: RelationDeed,
): RelationDecided => {
  const told = { actor, action: "relation-entered", tell: [] };
  if (before === undefined) {
    const after = begun(newRelation(entered), rules, entered, now);
    return { ...told, after, writes: [openRound(after)] };
  }
  if (before.kind === rules.kind.id)
    return { ...told, after: { ...before, manager: entered.manager }, writes: [] };
  const after = begun(withoutCome(before), rules, entered, before.lastContact?.at ?? now);
  // One that was missed stays so: it was promised, and not kept.
  const ended = before.missed ? [] : [voidRound(before, now, "another kind of partner")];
  return { ...told, after, writes: [...ended, openRound(after)], done: before.version };
};

const newRelation = ({ pack, account }: Entered) => ({
  ...relationKey(pack, account),
  type: "relation" as const,
  pack,
  account,
  rev: 0,
  version: 0,
});

const begun = (
  before: ReturnType<typeof newRelation> | Relation,
  rules: ContactRules,
  { manager }: Entered,
  since: Relation["since"],
): Relation => ({
  ...before,
  kind: rules.kind.id,
  manager,
  version: before.version + 1,
  ...roundFrom(rules, since),
  letters: {},
});
