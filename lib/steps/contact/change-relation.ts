import type { Ports } from "#adapters/ports.ts";
import type { Change } from "#core/change.ts";
import type { RelationDecided } from "#core/contact/decided.ts";
import { asRelation, type Relation, relationCode, relationKey } from "#core/contact/relation.ts";
import { contactPromise } from "#core/contact/round.ts";
import { writeRelation } from "#core/contact/write.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { Write } from "#core/table.ts";
import { closeTask, openTask } from "#core/task.ts";
import { payNow } from "../pay.ts";
import { recall } from "../recall.ts";
import { untilCommitted } from "../until-committed.ts";

export const readRelation = async (
  ports: Ports,
  pack: string,
  account: string,
): Promise<Relation | undefined> => {
  const item = await ports.table.get(relationKey(pack, account));
  return item && asRelation(item);
};

export type Decide<R extends Refusal> = (before: Relation | undefined) => RelationDecided | R | undefined;

/**
 * Reads, decides and writes a relation with what it owes, then carries that out. `undefined` from `decide`: nothing to do.
 * @param request that is remembered with it: sent again, it does nothing more.
 * @throws Contended when others kept writing; nothing of ours was written then.
 */
export const changeRelation = async <R extends Refusal>(
  ports: Ports,
  { pack, account }: Pick<Relation, "pack" | "account">,
  decide: Decide<R>,
  request?: Idempotency,
): Promise<Relation | undefined | R | Refusal<"idempotency-mismatch">> => {
  let outcome: Relation | undefined | R | Refusal<"idempotency-mismatch">;
  let change: Change | undefined;
  await untilCommitted(ports, async () => {
    change = undefined;
    const known = request && (await recall<{ account: string }>(ports, request));
    const before = await readRelation(ports, pack, account);
    outcome = known !== undefined && isRefusal(known) ? known : before;
    if (known !== undefined) return [];
    const decided = decide(before);
    if (decided === undefined) return [];
    if ("refused" in decided) {
      outcome = decided;
      return [];
    }
    const now = ports.now();
    const written = writeRelation(before, decided, now, ports.digests.newSalt());
    ({ change, after: outcome } = written);
    const alongside = request === undefined ? [] : [remember(request, { account }, now)];
    return [...written.writes, ...(await taskWrites(ports, decided)), ...alongside];
  });
  if (change !== undefined) await payNow(ports, change);
  return outcome;
};

/** A contact that comes due is a task with a deadline for its manager; the next contact takes it away. */
const taskWrites = async (
  ports: Ports,
  { after: { pack, account, version, due, manager }, action, done }: RelationDecided,
): Promise<Write[]> => {
  const about = (round: number) => ({ code: relationCode(account), version: round, promise: contactPromise });
  const task = openTask(pack, "contact-due", about(version), `contact with ${account}`, ports.now());
  const dated = { ...task, put: { ...task.put, due, for: manager.name } };
  if (action === "contact-announced" || action === "contact-missed")
    return (await ports.table.get(task.put)) === undefined ? [dated] : [];
  if (done === undefined) return [];
  const { put: before } = openTask(pack, "contact-due", about(done), "", ports.now());
  return (await ports.table.get(before)) === undefined ? [] : [closeTask(before)];
};
