import type { Case } from "#core/case/case.ts";
import type { Decided } from "#core/case/decided.ts";
import type { ReadMail } from "#core/mail/mail.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { type Instant } from "#core/time.ts";
import { type Away, absenceKey } from "./absence.ts";
import { absenceOf, reach } from "./stand-in.ts";

/** What an automatic answer says: ids of the policy, resolved where the mail is written. */
export interface AwayTerms {
  readonly absence: string;
  readonly person: string;
  /** A person, or a team. */
  readonly standIn: string;
  readonly until: Instant;
}

/** Those to whose own address a mail was sent, in the order of the policy. */
export const sentTo = (
  { contacts }: Pick<Policy, "contacts">,
  { to, cc }: Pick<ReadMail, "to" | "cc">,
): string[] => {
  const addresses = [...to, ...cc].map(({ address }) => address.toLowerCase());
  return (contacts?.persons ?? [])
    .filter(({ email }) => addresses.includes(email.toLowerCase()))
    .map(({ id }) => id);
};

/** What is answered in the name of the first of them who is away and leaves the answer to us; none where nobody is there. */
export const awayTerms = (
  absences: readonly Away[],
  who: readonly string[],
  now: Instant,
): AwayTerms | undefined => {
  for (const person of who) {
    const away = absenceOf(absences, person, now);
    const { who: standIn } = reach(absences, person, now);
    if (away?.automaticAnswer === "kept" && standIn !== undefined)
      return { absence: away.id, person, standIn, until: away.to };
  }
  return undefined;
};

/** The case with the answer that it comes to owe. After the absence it would mislead. */
export const answeredFor = (it: Case, away: AwayTerms): Decided => ({
  after: it,
  actor: "kept",
  action: "answered-for-away",
  reason: "away",
  tell: [{ kind: "out-of-office", plain: true, away, sendUntil: away.until }],
});

/** One for each sender and absence; the sender stands there as a digest. */
export const answeredKey = (pack: string, absence: string, sender: string): Key => ({
  pk: absenceKey(pack, absence).pk,
  sk: `answered#${sender}`,
});

export const allAnswered = { from: "answered#", to: "answered#~" } as const;

export const putAnswered = (key: Key, { number }: Pick<Case, "number">): Write => ({
  put: { ...key, type: "absence-answer", number },
  if: { exists: false },
});

export const answeredOn = (item: Item): string => String(item["number"]);
