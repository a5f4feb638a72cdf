import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { recall } from "../recall.ts";
import type { Alongside } from "./change.ts";
import { readCase } from "./read.ts";

/**
 * Acts once for each Idempotency-Key, however often and however simultaneously the request comes. A repetition is
 * answered with the case as it stands.
 */
export const onceOnCase = async <R extends Refusal>(
  ports: Ports,
  request: Idempotency,
  act: (alongside: Alongside) => Promise<Case | R>,
): Promise<Case | R | Refusal<"idempotency-mismatch">> => {
  const repeated = await again(ports, request);
  if (repeated !== undefined) return repeated;
  const acted = await act(({ number }) => remember(request, { number }, ports.now()));
  // Read again in any case: a refusal may be the work of our own twin, and what was owed has been carried out by now.
  return (await again(ports, request)) ?? acted;
};

const again = async (
  ports: Ports,
  request: Idempotency,
): Promise<Case | Refusal<"idempotency-mismatch"> | undefined> => {
  const known = await recall<{ number: string }>(ports, request);
  if (known === undefined || isRefusal(known)) return known;
  return readCase(ports, { pack: request.pack, number: known.number });
};
