import type { Ports } from "#adapters/ports.ts";
import type { Refusal } from "#core/errors.ts";
import { type Idempotency, idempotencyKey, recalled } from "#core/idempotency.ts";

/** The answer that this very request had before; `undefined` for one that is new. Each route remembers one shape. */
export const recall = async <Answer extends object>(
  ports: Ports,
  request: Idempotency,
): Promise<Answer | Refusal<"idempotency-mismatch"> | undefined> => {
  const known = recalled(await ports.table.get(idempotencyKey(request)), request);
  if (known === undefined || "refused" in known) return known;
  return known.answer as Answer;
};
