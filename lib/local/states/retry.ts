import * as z from "zod";
import { type Milliseconds, second } from "#core/time.ts";
import { type Failure, matches } from "#local/states/failure.ts";
import { resultPathSchema, timeoutSchema } from "#local/states/fields.ts";

const errorEquals = z.array(z.string().min(1)).min(1);

const retrierSchema = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  IntervalSeconds: timeoutSchema.default(1),
  BackoffRate: z.number().min(1).default(2),
  MaxAttempts: z.number().int().min(0).max(99_999_999).default(3),
  MaxDelaySeconds: timeoutSchema.max(31_622_400).optional(),
  JitterStrategy: z.enum(["NONE", "FULL"]).default("NONE"),
});

const catcherSchema = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  Next: z.string(),
  ResultPath: resultPathSchema,
});

export type Retrier = z.infer<typeof retrierSchema>;
export type Catcher = z.infer<typeof catcherSchema>;

/** States.ALL stands alone and last, or Step Functions refuses the definition. */
const allIsLast = (rules: readonly { readonly ErrorEquals: readonly string[] }[]): boolean =>
  rules.every(
    ({ ErrorEquals: names }, index) =>
      !names.includes("States.ALL") || (names.length === 1 && index === rules.length - 1),
  );

const message = "States.ALL must stand alone, and in the last place";
export const retrySchema = z.array(retrierSchema).refine(allIsLast, message);
export const catchSchema = z.array(catcherSchema).refine(allIsLast, message);

/** How often each retrier of a state has been used, in their order; a number that is missing is 0. */
export type Retries = readonly number[];

/** `seed` fixes the jitter, so that a run can be repeated. `undefined`: not retried (any more). */
export const nextRetry = (
  retriers: readonly Retrier[],
  failure: Failure,
  retries: Retries,
  seed: string,
): { readonly delay: Milliseconds; readonly retries: Retries } | undefined => {
  const index = retriers.findIndex((retrier) =>
    retrier.ErrorEquals.some((name) => matches(name, failure.error)),
  );
  const retrier = retriers[index];
  const used = retries[index] ?? 0;
  if (retrier === undefined || used >= retrier.MaxAttempts) return undefined;
  const counted = retriers.map((_, at) => (retries[at] ?? 0) + (at === index ? 1 : 0));
  return { delay: delayOf(retrier, used, `${seed}#${counted.join(".")}`), retries: counted };
};

const delayOf = (retrier: Retrier, used: number, seed: string): Milliseconds => {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY, 99_999_999);
  return Math.round(seconds * second * (retrier.JitterStrategy === "FULL" ? fraction(seed) : 1));
};

/** Between 0 and 1, the same for the same text (FNV-1a). */
const fraction = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash / 2 ** 32;
};

export const catcherOf = (catchers: readonly Catcher[], failure: Failure): Catcher | undefined =>
  catchers.find((catcher) => catcher.ErrorEquals.some((name) => matches(name, failure.error)));
