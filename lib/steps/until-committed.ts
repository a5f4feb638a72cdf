import type { Ports } from "#adapters/ports.ts";
import { Contended } from "#core/errors.ts";
import type { Write } from "#core/table.ts";

/** Enough for every step that can meet on one subject; more means that something is wrong. */
const rounds = 8;

/**
 * Reads, decides and writes anew until nothing came in between. `decide` reads what it needs itself, and gives no writes
 * when there is nothing left to do.
 * @throws Contended when others kept writing; nothing of ours was written then.
 */
export const untilCommitted = async (
  ports: Ports,
  decide: () => Promise<readonly Write[]>,
): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const writes = await decide();
    if (writes.length === 0) return;
    const result = await ports.table.commit(writes);
    if (result.committed) return;
  }
  throw new Contended("others kept writing to the same subject");
};
