import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { type Actor, recordChange } from "#core/change.ts";
import { type Account, type AccountFacts, accountWith, putAccount } from "#core/customer/account.ts";
import { levelProblem, licenceProblem } from "#core/customer/entitlement.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { readAccount } from "./access.ts";
import { recall } from "./recall.ts";

export interface EnteredAccount extends AccountFacts {
  readonly id: string;
  /** Its `rev` as the person read it; left out, whatever stands there is overwritten. */
  readonly seen?: number | undefined;
}

export type AccountRefusal = Refusal<
  "unknown-licence" | "unknown-level" | "changed-meanwhile" | "idempotency-mismatch"
>;

/** Enough for judgements that end a licence at that moment. */
const rounds = 8;

/**
 * Enters accounts, or enters them anew: all of them or none, each with its own entry.
 * @param entered at most 45, each once, for they are one transaction.
 * @throws Contended when others kept writing; nothing was entered then.
 */
export const enterAccounts = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  entered: readonly EnteredAccount[],
  actor: Actor,
  request: Idempotency,
): Promise<readonly Account[] | AccountRefusal> => {
  const { pack } = policy;
  for (let round = 0; round < rounds; round += 1) {
    const known = await recall<{ accounts: number }>(ports, request);
    if (known !== undefined && isRefusal(known)) return known;
    const before = await Promise.all(entered.map(({ id }) => readAccount(ports, pack, id)));
    if (known !== undefined) return before.filter((account) => account !== undefined);
    const problem = entered
      .map((each, at) => entryProblem(policy, each, before[at]))
      .find((each) => each !== undefined);
    if (problem !== undefined) return problem;
    const next = entered.map((each, at) => accountWith(before[at], { pack, id: each.id }, each));
    const now = ports.now();
    const answer = remember(request, { accounts: entered.length }, now);
    const result = await ports.table.commit([
      answer,
      ...next.flatMap((each) => entryWrites(each, actor, now)),
    ]);
    if (result.committed) return next.map((each) => ({ ...each, rev: each.rev + 1 }));
  }
  throw new Contended("others kept writing the same accounts");
};

const entryProblem = (
  policy: DeployedPolicy["policy"],
  { licence, level, seen }: EnteredAccount,
  before: Account | undefined,
): AccountRefusal | undefined => {
  const unknown = licenceProblem(policy, licence) ?? levelProblem(policy, level);
  if (unknown !== undefined) return unknown;
  return seen === undefined || seen === (before?.rev ?? 0)
    ? undefined
    : {
        refused: "changed-meanwhile",
        detail: "The account has changed since you read it; look at it again.",
      };
};

const entryWrites = (account: Account, actor: Actor, now: Instant): Write[] => {
  const { pk, rev } = account;
  const entry = { pk, rev: rev + 1, version: rev + 1 };
  return [putAccount(account), recordChange(entry, now, { actor, action: "account-entered" })];
};
