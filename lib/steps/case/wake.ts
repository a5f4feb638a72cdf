import type { Ports } from "#adapters/ports.ts";
import { asToken, tokenKey } from "#core/case/token.ts";

/**
 * Lets the execution look again that waits on an earlier beat. One that does not wait yet sees the beat when it stores
 * its token; one that was answered, or is gone, has seen it or is replaced.
 */
export const wakeCase = async (
  ports: Ports,
  subject: { readonly pk: string },
  beat: number,
): Promise<void> => {
  const waiting = asToken(await ports.table.get(tokenKey(subject)));
  if (waiting !== undefined && waiting.beat < beat) await ports.executions.answer(waiting.token);
};
