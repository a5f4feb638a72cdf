import type { Actor } from "#core/change.ts";
import { type Lettered, writeLettered } from "#core/lettered.ts";
import type { Instant } from "#core/time.ts";
import { type Meeting, nextMeetingLook } from "./meeting.ts";

export interface MeetingDecided {
  readonly after: Meeting;
  readonly actor: Actor;
  readonly action: string;
  readonly tell: readonly string[];
}

/** One transaction: the head, and the entry with the letters that it owes. */
export const writeMeeting = (
  before: Meeting | undefined,
  decided: MeetingDecided,
  now: Instant,
): Lettered<Meeting> => writeLettered(before, decided, nextMeetingLook, now);
