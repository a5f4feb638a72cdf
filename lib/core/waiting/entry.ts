import type { Customer, Promised } from "#core/appointment/appointment.ts";
import type { CalendarDate } from "#core/calendar.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Item, Key } from "#core/table.ts";
import { day, type Instant, plus } from "#core/time.ts";

/**
 * One customer's wait for a session of one type in one span of days, at `sk` "head". `version` counts what was offered
 * and answered: a link acts on the one that its page showed. `rev` counts writes.
 */
interface Waited extends Key {
  readonly type: "waiting";
  readonly pack: string;
  readonly code: string;
  readonly version: number;
  readonly rev: number;
  readonly sessionType: string;
  /** Days in `timeZone`; `to` is excluded. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The same as moments: a session that starts from `opens` on and before `ends` is what is waited for. */
  readonly opens: Instant;
  readonly ends: Instant;
  readonly customer: Customer;
  readonly language: Language;
  readonly timeZone: string;
  readonly joinedAt: Instant;
  /** When offers were made, in the last day. */
  readonly offered: readonly Instant[];
  /** `offer`, the mail about the present offer; empty before the first. */
  readonly promises: Readonly<Record<string, Promised>>;
}

export type Entry = Waited &
  (
    | { readonly status: "waiting"; readonly offer?: OfferMade }
    | { readonly status: "booked"; readonly offer: OfferMade; readonly appointment: string }
    | { readonly status: "left" }
  );

export type Waiting = Extract<Entry, { status: "waiting" }>;

/** What this customer was offered: they may take it before `until`, exactly then it has passed on. */
export interface OfferMade {
  /** Of the offer that holds the slot. */
  readonly id: string;
  readonly host: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly until: Instant;
}

export const entryKey = (pack: string, code: string): Key => ({ pk: `${pack}#waiting#${code}`, sk: "head" });

/** Where the customer stands in line: all who wait for one session type, in order of joining. Ids and moments only. */
export interface Place extends Key {
  readonly type: "place";
  readonly code: string;
  readonly opens: Instant;
  readonly ends: Instant;
}

export const lineKey = (pack: string, sessionType: string): string => `${pack}#waiting#${sessionType}`;

export const placeKey = (entry: Pick<Entry, "pack" | "sessionType" | "joinedAt" | "code">): Key => ({
  pk: lineKey(entry.pack, entry.sessionType),
  sk: `place#${entry.joinedAt}#${entry.code}`,
});

/** All places, of whatever moment. */
export const allPlaces = { from: "place#", to: "place#~" } as const;

/** The table gives items; what stands at these keys is one, for only `lib/core/waiting` writes there. */
export const asEntry = (item: Item): Entry => item as unknown as Entry;
export const asPlace = (item: Item): Place => item as unknown as Place;

/** It ends by itself when its span is over. */
export const stillWaits = (entry: Entry, now: Instant): entry is Waiting =>
  entry.status === "waiting" && now < entry.ends;

/** Whether a session is what this customer waits for: its type, and a start within the span. */
export const answeredBy = (
  entry: Entry,
  { sessionType, start }: Pick<OfferMade, "start"> & { readonly sessionType: string },
): boolean => entry.sessionType === sessionType && entry.opens <= start && start < entry.ends;

/** How many offers were made on this entry in the last 24 hours. */
export const offeredLately = ({ offered }: Pick<Entry, "offered">, now: Instant): readonly Instant[] =>
  offered.filter((at) => plus(at, day) > now);
