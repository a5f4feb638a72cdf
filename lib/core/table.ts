import type { Instant } from "#core/time.ts";

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Key & { readonly [attribute: string]: unknown };

/**
 * What must hold for a write to happen. Attributes are paths, with dots into maps (`promises.email-PT48H.state`).
 * An empty guard does not exist: every write is conditional.
 */
export type Guard =
  | { readonly exists: false }
  | {
      readonly exists?: true;
      readonly equals?: Readonly<Record<string, string | number>>;
      readonly missing?: readonly string[];
    };

export type Write =
  | { readonly put: Item; readonly if: Guard }
  | {
      readonly update: Key;
      readonly set?: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      readonly if: Guard;
    }
  | { readonly delete: Key; readonly if: Guard }
  | { readonly check: Key; readonly if: Guard };

export const keyOf = (write: Write): Key => {
  if ("put" in write) return write.put;
  if ("update" in write) return write.update;
  return "delete" in write ? write.delete : write.check;
};

/** Enough partitions for some thousand wakes a second, few enough for the sweeper to ask each in turn. */
export const wakeShards = ["0", "1", "2", "3"] as const;

/** The attributes that put an item into the `due` index at `at`. Take both off (`asleep`) and it is gone from there. */
export const wake = (key: Key, at: Instant | undefined): { wakeShard?: string; wakeAt?: Instant } =>
  at === undefined ? {} : { wakeShard: wakeShards[checksum(key.pk) % wakeShards.length] ?? "0", wakeAt: at };

export const asleep = ["wakeShard", "wakeAt"] as const;

/** The attributes that put an item into the `made` index: what promises were made in one month of UTC, by the moment. */
export const madeIn = (pack: string, at: Instant): { readonly madeIn: string; readonly madeAt: Instant } => ({
  madeIn: `${pack}#${at.slice(0, "2026-12".length)}`,
  madeAt: at,
});

const checksum = (text: string): number => {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum = (sum * 31 + text.charCodeAt(index)) >>> 0;
  return sum;
};
