import type { Instant } from "#core/time.ts";
import type { CustomerFields, StaffFields } from "./fields.ts";

export interface InterruptedFields extends CustomerFields {
  /** ISO 8601: silence of more than that interrupts a session; none where the policy leaves it to the host. */
  readonly silence?: string | undefined;
  /** Of the rule about silence, `§4`. */
  readonly clause: string;
  /** Whether an interruption can be a no-show here. */
  readonly counts: boolean;
  /** Where another session is booked. */
  readonly bookUrl: string;
}

export interface FeedbackFields extends CustomerFields {
  /** The page with each mark chosen, the best first. */
  readonly ratingUrls: readonly { readonly rating: number; readonly url: string }[];
}

export interface StaffAttendanceFields extends StaffFields {
  /** When it closes as not recorded. */
  readonly closesAt: Instant;
}
