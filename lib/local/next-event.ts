import { Temporal } from "temporal-polyfill";
import { fromEpoch, type Instant } from "#core/time.ts";
import type { Clock } from "./ports.ts";

/** Where nothing happens by itself any more, a month is as far as a press leads. */
const furthest = { days: 31 };

/**
 * Advances until something happens that can be seen, for many timers look and find nothing to do; a month at the most.
 * Resolves with the new now.
 */
export const advanceToNext = async (clock: Clock, events: () => number): Promise<Instant> => {
  const before = events();
  const last = later(clock.now());
  for (;;) {
    const next = clock.next();
    if (next === undefined || next > last) return clock.advance(last);
    const now = await clock.advance(next < clock.now() ? clock.now() : next);
    if (events() !== before || now >= last) return now;
  }
};

const later = (now: Instant): Instant =>
  fromEpoch(Temporal.Instant.from(now).toZonedDateTimeISO("UTC").add(furthest).epochMilliseconds);
