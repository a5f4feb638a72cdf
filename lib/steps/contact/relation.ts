import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import { wordsKey, wordsOf } from "#core/case/words.ts";
import type { Actor } from "#core/change.ts";
import { contactCame } from "#core/contact/come.ts";
import { enter } from "#core/contact/enter-relation.ts";
import { type ContactMade, recordContact, recordUnderstood } from "#core/contact/keep-contact.ts";
import { type AccountManager, partnerKind, type Relation, relationView } from "#core/contact/relation.ts";
import type { Refusal } from "#core/errors.ts";
import type { Idempotency } from "#core/idempotency.ts";
import { readAccount } from "../access.ts";
import { changeRelation, type Decide, readRelation } from "./change-relation.ts";

export type RelationRefusal = Refusal<
  | "not-found"
  | "unknown-partner-kind"
  | "changed-meanwhile"
  | "date-in-future"
  | "already-done"
  | "idempotency-mismatch"
>;

const noAccount = { refused: "not-found", detail: "There is no such account: enter it first." } as const;
const noRelation = {
  refused: "not-found",
  detail: "Nobody keeps contact with this account yet: enter who does, and of which kind it is.",
} as const;

interface Asked {
  readonly account: string;
  readonly actor: Actor;
  readonly request: Idempotency;
}

const rulesFor = (ports: Ports, { policy, version }: DeployedPolicy, kindId: string) => {
  const kind = partnerKind(policy, kindId);
  if (kind === undefined) return undefined;
  const { calendar } = caseCalendar(policy, ports.holidays, policy.holidays?.region);
  return { kind, calendar, policyVersion: version };
};

const unknownKind = {
  refused: "unknown-partner-kind",
  detail: "The policy keeps contact with nobody of that kind: name one of its kinds.",
} as const;

/** An account gets its kind and its manager, or others. */
export const enterRelation = async (
  ports: Ports,
  company: DeployedPolicy,
  { account, actor, request }: Asked,
  entered: { readonly kind: string; readonly manager: AccountManager; readonly rev?: number | undefined },
): Promise<Relation | RelationRefusal> => {
  const { pack } = company.policy;
  const rules = rulesFor(ports, company, entered.kind);
  if (rules === undefined) return unknownKind;
  if ((await readAccount(ports, pack, account)) === undefined) return noAccount;
  const { manager, rev: seen } = entered;
  const after = await changeRelation<Refusal<"changed-meanwhile">>(
    ports,
    { pack, account },
    (before) =>
      seen !== undefined && seen !== (before?.rev ?? 0)
        ? { refused: "changed-meanwhile", detail: "It has changed since you read it; look at it again." }
        : enter(before, rules, { pack, account, manager }, { actor, now: ports.now() }),
    request,
  );
  return after ?? noRelation;
};

const onKnown =
  <R extends Refusal>(decide: (before: Relation) => ReturnType<Decide<R>>): Decide<R | typeof noRelation> =>
  (before) =>
    before === undefined ? noRelation : decide(before);

/** Any contact that somebody had starts the interval anew. The dates are those of the policy of the day. */
export const contactMade = async (
  ports: Ports,
  company: DeployedPolicy,
  { account, actor, request }: Asked,
  { at, ...made }: Omit<ContactMade, "at"> & { readonly at?: ContactMade["at"] | undefined },
): Promise<Relation | RelationRefusal> => {
  const { pack } = company.policy;
  const after = await changeRelation<RelationRefusal>(
    ports,
    { pack, account },
    onKnown<RelationRefusal>((before) => {
      const rules = rulesFor(ports, company, before.kind);
      const now = ports.now();
      return rules === undefined
        ? unknownKind
        : recordContact(before, rules, { ...made, at: at ?? now }, { actor, now });
    }),
    request,
  );
  return after ?? noRelation;
};

/** A named person found that this account understands what is offered. */
export const understood = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  { account, actor, request }: Asked,
  found: { readonly by: string; readonly text?: string | undefined },
): Promise<Relation | RelationRefusal> => {
  const after = await changeRelation<RelationRefusal>(
    ports,
    { pack, account },
    onKnown<RelationRefusal>((before) => recordUnderstood(before, found, { actor, now: ports.now() })),
    request,
  );
  return after ?? noRelation;
};

/** What time has brought: the task with its letter, then the alert; each once, by any number of sweeps. */
export const watchContact = async (
  ports: Ports,
  { pack, account }: Pick<Relation, "pack" | "account">,
): Promise<void> => {
  await changeRelation(ports, { pack, account }, (before) => before && contactCame(before, ports.now()));
};

/** Where contact with an account stands; looking writes nothing. */
export const lookAtRelation = async (ports: Ports, pack: string, account: string) => {
  const relation = await readRelation(ports, pack, account);
  return relation === undefined ? noRelation : seen(ports, relation);
};

export const seen = async (ports: Ports, relation: Relation) => {
  const entries = [relation.lastContact?.entry, relation.understood?.entry].filter(
    (entry) => entry !== undefined,
  );
  const words = new Map(
    await Promise.all(
      entries.map(async (entry) => {
        const { text, by } = wordsOf(await ports.table.get(wordsKey(relation, entry)));
        return [entry, { ...(text !== undefined && { text }), ...(by !== undefined && { by }) }] as const;
      }),
    ),
  );
  return relationView(relation, (entry) => words.get(entry), ports.now());
};
