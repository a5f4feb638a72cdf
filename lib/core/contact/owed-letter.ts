import type { PromiseState } from "#core/appointment/appointment.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { type Instant, minute, plus } from "#core/time.ts";

/** What is written about steady contact: to an account manager, or to those who meet. */
export const steadyLetterKinds = [
  "staff-contact-due",
  "staff-contact-missed",
  "meeting-reminder",
  "staff-meeting-reminder",
] as const;
export type SteadyLetterKind = (typeof steadyLetterKinds)[number];

/** A letter that a relation or a meeting owes, as the sender finds it. */
export type OwedLetter = PromiseState & {
  readonly kind: SteadyLetterKind;
  readonly due: Instant;
  /** After that it would mislead, and is not sent. */
  readonly sendUntil: Instant;
};

/** What letters are promised of: they are those of its present version. */
export interface Lettered extends Key {
  readonly pack: string;
  readonly rev: number;
  readonly version: number;
  readonly letters: Readonly<Record<string, OwedLetter>>;
}

export const asLettered = (item: Item): Lettered => item as unknown as Lettered;

/** Ours, for schedulers and providers take their minutes. */
const punctual = 5 * minute;

export const oweLetter = (kind: SteadyLetterKind, now: Instant, sendUntil: Instant): OwedLetter => ({
  kind,
  due: plus(now, punctual),
  sendUntil,
  state: "open",
});

/** How a letter ended; refused when its subject was written meanwhile. */
export const settleLetter = (head: Lettered, name: string, state: PromiseState): Write[] => {
  const letter = head.letters[name];
  if (letter?.state !== "open") return [];
  const { kind, due, sendUntil } = letter;
  return [
    {
      update: { pk: head.pk, sk: head.sk },
      set: { [`letters.${name}`]: { kind, due, sendUntil, ...state }, rev: head.rev + 1 },
      if: { equals: { rev: head.rev } },
    },
  ];
};
