import type { Item, Key, Write } from "#core/table.ts";
import { day, epoch, type Instant, plus } from "#core/time.ts";
import type { Arrival } from "./mail.ts";
import type { MailOutcome } from "./outcome.ts";

/** A mail as it is known from the moment that it was announced, before anybody reads it. */
export type RegisteredMail = Key &
  Arrival & {
    readonly type: "mail";
    /** Of the raw mail, in bytes. Absent when it could not be found. */
    readonly size?: number;
    /** DynamoDB's own: when this is forgotten, in epoch seconds, together with the raw mail. */
    readonly expiresAt: number;
  } & MailState;

export type MailState =
  | { readonly state: "arrived" }
  | { readonly state: "settled"; readonly settledAt: Instant; readonly outcome: MailOutcome };

/** A mail in the book of its day, by which the daily count finds it: nothing personal. */
export interface MailEntry extends Key {
  readonly type: "mail-entry";
  readonly id: string;
  readonly as: "arrived" | MailOutcome["settled"];
}

export const mailKey = (id: string): Key => ({ pk: `mail#${id}`, sk: "head" });

/** Of the day in UTC on which it was received. */
export const mailDay = (at: Instant): string => at.slice(0, "2026-12-01".length);

const mailEntryKey = ({ id, receivedAt }: Pick<Arrival, "id" | "receivedAt">): Key => ({
  pk: `mails#${mailDay(receivedAt)}`,
  sk: id,
});

export interface Found {
  readonly size: number | undefined;
  /** How long raw mails are kept, in days: what is known of one is kept as long. */
  readonly keptDays: number;
}

/** Refused where the same mail was announced before. */
export const register = (arrival: Arrival, { size, keptDays }: Found): Write[] => {
  const expiresAt = Math.floor(epoch(plus(arrival.receivedAt, keptDays * day)) / 1000);
  const entry = { ...mailEntryKey(arrival), type: "mail-entry", id: arrival.id, as: "arrived", expiresAt };
  const head = {
    ...mailKey(arrival.id),
    type: "mail",
    ...arrival,
    ...(size !== undefined && { size }),
    state: "arrived",
    expiresAt,
  };
  return [
    { put: head, if: { exists: false } },
    { put: entry, if: { exists: false } },
  ];
};

/** Refused where another run has settled it, or it was never registered. */
export const settled = (mail: RegisteredMail, outcome: MailOutcome, now: Instant): Write[] => [
  {
    update: mailKey(mail.id),
    set: { state: "settled", settledAt: now, outcome },
    if: { equals: { state: "arrived" } },
  },
  { update: mailEntryKey(mail), set: { as: outcome.settled }, if: { exists: true } },
];

/** The table gives items; what stands under `mail#` is one, for only `register` writes there. */
export const asRegisteredMail = (item: Item): RegisteredMail => item as unknown as RegisteredMail;

export const asMailEntry = (item: Item): MailEntry => item as unknown as MailEntry;
