import type { DatabaseSync } from "node:sqlite";
import type { Instant } from "#core/time.ts";

/** A moment that something waits for. Cancelling one that fired, or twice, does nothing. */
export interface Timer {
  readonly at: Instant;
  cancel(): void;
}

/**
 * The virtual clock: frozen, or real time plus an offset. While it advances it is frozen, fires one timer at a time in
 * the order of (instant, sequence), each only when nothing is in flight, and is durable before each.
 */
export interface Clock {
  now(): Instant;
  /** Fires once, at or after `at`; a moment that has passed fires as soon as nothing is in flight. */
  at(at: Instant, run: () => void | Promise<void>): Timer;
  /** Counts as in flight until it settles: no timer fires meanwhile during an advance. */
  inFlight<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves with the new now once everything due up to `to` has run. A `to` in the past is refused (RangeError). */
  advance(to: Instant): Promise<Instant>;
  /** Resolves once nothing is in flight, and nothing new came of what was. */
  settled(): Promise<void>;
  /** When the first timer fires that is set now. */
  next(): Instant | undefined;
  /** Fires nothing more; resolves when nothing is in flight. */
  stop(): Promise<void>;
}

/** Runs a Lambda: resolves with its result; a function error, a timeout or a missing function comes back as a value. */
export type Invoke = (functionName: string, payload: unknown) => Promise<Invoked>;

export type Invoked =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly error: string; readonly cause: string };

/** What the world keeps on disk between runs (node:sqlite, one file in KEPT_DATA). Every write is durable on return. */
export interface Store {
  /** The file, or `:memory:`. */
  readonly path: string;
  /** For the parts that keep tables of their own (`states/records.ts`). */
  readonly database: DatabaseSync;
  /** What was last set, or `undefined`. */
  get(key: string): unknown;
  /** `value` is kept as JSON. */
  set(key: string, value: unknown): void;
  /** Adds to the end of a list and returns its sequence number, which no other entry ever gets. */
  append(kind: Kept, body: unknown): number;
  /** In the order of appending; the last so many, or all. */
  all(kind: Kept, last?: number): unknown[];
  /** The sequence number that was given last; 0 before the first. */
  newest(kind: Kept): number;
  /** Takes out of a list what `is`. */
  drop(kind: Kept, is: (body: unknown) => boolean): void;
  /** Nothing that was deleted is left in the file. */
  compact(): void;
  /** Empties one list, or both; keys stay. */
  clear(kind?: Kept): void;
  /** All writes of `work` or none; `work` must not wait for anything. Joins a transaction that is already open. */
  together<T>(work: () => T): T;
  close(): void;
}

/** The lists of the outbox. */
export type Kept = "mail" | "sms";
