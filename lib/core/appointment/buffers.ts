import type { SessionType } from "#core/policy/shape.ts";
import { type Instant, minute, plus } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";

/**
 * What a session from `start` to `end` takes of its host: the session and the buffers around it. Only the session must
 * lie within opening hours; a buffer keeps other sessions away, also where it reaches over an opening's end or a break.
 */
export const heldSpan = (
  start: Instant,
  end: Instant,
  { bufferMinutes = noBuffer }: Pick<SessionType, "bufferMinutes">,
): { readonly start: Instant; readonly end: Instant } => ({
  start: plus(start, -bufferMinutes.before * minute),
  end: plus(end, bufferMinutes.after * minute),
});

export const noBuffer = { before: 0, after: 0 } as const;

/** As an appointment stores it: nothing, where the session's own time is all that it takes. */
export const buffered = (
  start: Instant,
  end: Instant,
  sessionType: Pick<SessionType, "bufferMinutes">,
): Pick<Appointment, "held"> => {
  const held = heldSpan(start, end, sessionType);
  return held.start === start && held.end === end ? {} : { held };
};
