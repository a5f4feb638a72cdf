import type { Item, Key, Write } from "#core/table.ts";
import type { Case } from "./case.ts";

/** By what an execution is answered that waits: one item a case, written by each wait anew. */
export interface WaitToken extends Key {
  readonly type: "token";
  readonly token: string;
  readonly run: number;
  /** The beat that it waits on: at a later one there is something to look at. */
  readonly beat: number;
  /** Counts waits, so that none overwrites one that it has not seen. */
  readonly waits: number;
}

export const tokenKey = ({ pk }: Pick<Case, "pk">): Key => ({ pk, sk: "token" });

export const asToken = (item: Item | undefined): WaitToken | undefined => item as WaitToken | undefined;

export const putToken = (
  it: Pick<Case, "pk">,
  before: WaitToken | undefined,
  wait: Pick<WaitToken, "token" | "run" | "beat">,
): Write => ({
  put: { ...tokenKey(it), type: "token", ...wait, waits: (before?.waits ?? 0) + 1 },
  if: before === undefined ? { exists: false } : { equals: { waits: before.waits } },
});
