import type { Ports } from "#adapters/ports.ts";
import type { Seal } from "#core/case/chain.ts";

/** What the entry of one change is chained with; new for each attempt to write it. */
export const newSeal = ({ digests: { hash, newSalt } }: Pick<Ports, "digests">): Seal => ({
  hash,
  salts: { words: newSalt(), particulars: newSalt() },
});
