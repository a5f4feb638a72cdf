import type { Ports } from "#adapters/ports.ts";
import { caseKey, isWorkedOn } from "#core/case/case.ts";
import { asToken, putToken, tokenKey } from "#core/case/token.ts";
import { untilCommitted } from "../until-committed.ts";
import { readCase } from "./read.ts";

/** A wait of an execution: by which token it is answered, and what it has seen. */
export interface Waiting {
  readonly pack: string;
  readonly code: string;
  readonly run: number;
  readonly beat: number;
  readonly token: string;
}

/**
 * Stores the token, then looks again: what has happened since the hub read the case would otherwise never be seen. In
 * that case the wait answers itself.
 */
export const awaitCase = async (
  ports: Ports,
  { pack, code: number, run, beat, token }: Waiting,
): Promise<void> => {
  const key = caseKey(pack, number);
  await untilCommitted(ports, async () => {
    const before = asToken(await ports.table.get(tokenKey(key)));
    return before?.token === token ? [] : [putToken(key, before, { token, run, beat })];
  });
  const it = await readCase(ports, { pack, number });
  if (it === undefined || it.run !== run || it.beat !== beat || !isWorkedOn(it))
    await ports.executions.answer(token);
};
