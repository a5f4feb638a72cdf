import { customerKey } from "#core/customer/customer.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { day, epoch, type Instant, plus } from "#core/time.ts";

/**
 * Automatic mails of ours that mails of one address brought about, by the id of the mail that each answers: two machines
 * that face each other, and mails that a stranger sends in somebody's name, come to an end.
 */
export interface Answers extends Key {
  readonly type: "mail-answers";
  readonly answered: Readonly<Record<string, Instant>>;
  readonly rev: number;
}

/** Ours, where a policy says nothing: no customer writes more than that on a day and waits for a receipt each time. */
export const usualAnswersPerDay = 5;

export const answersKey = (pack: string, address: string): Key => ({
  pk: customerKey(pack, address).pk,
  sk: "mail-answers",
});

/** Whether a mail may be answered automatically, and the write that counts it where it was not counted yet. */
export const countAnswer = (
  item: Item | undefined,
  key: Key,
  mail: string,
  perDay: number,
  now: Instant,
): { readonly allowed: boolean; readonly write?: Write } => {
  const { answered = {}, rev = 0 } = (item ?? {}) as Partial<Answers>;
  if (answered[mail] !== undefined) return { allowed: true };
  const recent = Object.entries(answered).filter(([, at]) => plus(at, day) > now);
  if (recent.length >= perDay) return { allowed: false };
  const put: Answers & Item = {
    ...key,
    type: "mail-answers",
    answered: { ...Object.fromEntries(recent), [mail]: now },
    rev: rev + 1,
    expiresAt: Math.floor(epoch(plus(now, 2 * day)) / 1000),
  };
  return {
    allowed: true,
    write: { put, if: item === undefined ? { exists: false } : { equals: { rev } } },
  };
};
