import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { bookKey } from "#core/absence/absence.ts";
import { type AbsenceRefusal, type AbsenceWish, enter } from "#core/absence/enter.ts";
import { absenceView } from "#core/absence/view.ts";
import { entered } from "#core/absence/write.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { recall } from "../recall.ts";
import { untilCommitted } from "../until-committed.ts";
import { readAbsence, readAbsences } from "./read.ts";
import { watchNow } from "./watch.ts";

export type AbsenceShown = ReturnType<typeof absenceView>;
type Refused = AbsenceRefusal | Refusal<"idempotency-mismatch">;

/**
 * Enters an absence once for each Idempotency-Key; one that has begun takes hold at once.
 * @throws Contended when others kept entering absences of the same company.
 */
export const enterAbsence = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  wish: AbsenceWish,
  actor: Actor,
  request: Idempotency,
): Promise<AbsenceShown | Refused> => {
  const { pack } = policy;
  let answer = await recall<AbsenceShown>(ports, request);
  if (answer !== undefined) return answer;
  let refused: AbsenceRefusal | undefined;
  await untilCommitted(ports, async () => {
    answer = await recall<AbsenceShown>(ports, request);
    if (answer !== undefined) return [];
    const now = ports.now();
    const book = await ports.table.get(bookKey(pack));
    const known = await readAbsences(ports, pack, wish.from < now ? wish.from : now);
    const made = enter(policy, known, wish, { id: ports.newId(), now });
    refused = isRefusal(made) ? made : undefined;
    if (isRefusal(made)) return [];
    return [...entered(made, book, actor), remember(request, absenceView(made), now)];
  });
  const shown = refused ?? (await recall<AbsenceShown>(ports, request));
  if (shown === undefined) throw new Error("an absence was entered, and is not there");
  if (isRefusal(shown)) return shown;
  const it = await readAbsence(ports, pack, shown.id);
  if (it !== undefined) await watchNow(ports, it);
  return shown;
};
