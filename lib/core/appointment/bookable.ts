import type { AppointmentPolicy } from "#core/policy/shape.ts";
import { day, duration, epoch, type Instant, type Milliseconds } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";

/** Starts that can be booked at this moment, in epoch milliseconds: from `earliest` on, and before `end`. */
export interface BookableTime {
  readonly earliest: Milliseconds;
  readonly end: Milliseconds;
}

/**
 * Exactly the lead time ahead can be booked. The horizon counts calendar days in `timeZone`, the host's: with 60 days, the
 * last date is today's date there plus 60, that whole day included, so a day opens at the host's midnight.
 */
export const bookableTime = (
  booking: AppointmentPolicy["booking"],
  timeZone: string,
  now: Instant,
): BookableTime => {
  const from = epoch(now);
  const clock = wallClock(timeZone, from, from + (booking.horizonDays + 1) * day);
  return {
    earliest: from + duration(booking.leadTime),
    end: clock.epochOf(clock.dayOf(from) + booking.horizonDays + 1, 0),
  };
};
