import type { Item } from "#core/table.ts";

export interface WholeTable {
  /** Every item of one of so many parts, strongly consistent; items of one `pk` are in one part. `part` counts from 0. */
  part(part: number, of: number): AsyncIterable<Item>;
}

export interface RawMailEraser {
  /** For good; one that is not there is as good. */
  erase(id: string): Promise<void>;
}
