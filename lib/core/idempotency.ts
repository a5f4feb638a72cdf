import type { Refusal } from "./errors.ts";
import type { Item, Key, Write } from "./table.ts";
import { day, epoch, type Instant, plus } from "./time.ts";

/** How a client names its request, so that sending it twice does it once. */
export interface Idempotency {
  readonly pack: string;
  /** The `Idempotency-Key` header. */
  readonly key: string;
  /** A digest of route and body: the same key with another is a mistake of the client's. */
  readonly fingerprint: string;
  /** Remembered as long as the table lives: a mail may be brought again after weeks in a queue of dead letters. */
  readonly forGood?: true;
}

/** Longer than any client keeps trying; what stays longer in the table does no harm. */
const rememberedFor = 2 * day;

export const idempotencyKey = ({ pack, key }: Idempotency): Key => ({
  pk: `${pack}#idempotency#${key}`,
  sk: "answer",
});

/** Commits with the change it answers for, so that a success is remembered exactly when there was one. */
export const remember = (request: Idempotency, answer: object, now: Instant): Write => ({
  put: {
    ...idempotencyKey(request),
    type: "answer",
    fingerprint: request.fingerprint,
    answer,
    ...(request.forGood !== true && { expiresAt: Math.floor(epoch(plus(now, rememberedFor)) / 1000) }),
  },
  if: { exists: false },
});

/** What was answered to this request before: nothing yet, the answer, or a refusal because the body was another. */
export const recalled = (
  item: Item | undefined,
  request: Idempotency,
): { readonly answer: unknown } | Refusal<"idempotency-mismatch"> | undefined => {
  if (item === undefined) return undefined;
  if (item["fingerprint"] === request.fingerprint) return { answer: item["answer"] };
  return {
    refused: "idempotency-mismatch",
    detail: "This Idempotency-Key was used for another request: choose a new one.",
  };
};
