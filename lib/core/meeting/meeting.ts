import { asLettered, type Lettered, oweLetter } from "#core/contact/owed-letter.ts";
import type { Refusal } from "#core/errors.ts";
import type { ContactPolicy } from "#core/policy/contact.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Item, Key } from "#core/table.ts";
import { duration, hour, type Instant, minute, plus } from "#core/time.ts";

/** Who comes, or receives. Lives in the table alone. */
export interface Attendee {
  readonly name: string;
  readonly email: string;
}

export interface Arrival {
  readonly name: string;
  readonly side: "guest" | "host";
  /** Absent: did not come. */
  readonly arrivedAt?: Instant | undefined;
}

/** A meeting that staff register: those who meet are reminded, and who was on time is recorded (mission D7). */
export interface Meeting extends Lettered {
  readonly type: "meeting";
  readonly code: string;
  readonly account: string;
  readonly at: Instant;
  readonly place?: string;
  readonly guest: Attendee;
  readonly host: Attendee;
  /** The guest's, and the zone in which they read times. */
  readonly language: Language;
  readonly timeZone: string;
  readonly status: "planned" | "recorded" | "cancelled";
  readonly remindAt: Instant;
  /** So late one is still on time, as the policy said when it was registered. */
  readonly onTimeUntil: Instant;
  /** What time has brought. */
  readonly reminded?: true;
  readonly asked?: true;
  readonly arrivals?: readonly Arrival[];
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export const meetingKey = (pack: string, code: string): Key => ({
  pk: `${pack}#meeting#${code}`,
  sk: "head",
});

export const asMeeting = (item: Item): Meeting => asLettered(item) as Meeting;

type MeetingPolicy = NonNullable<ContactPolicy["meetings"]>;

export type MeetingFacts = Pick<Meeting, "account" | "at" | "guest" | "host" | "language" | "timeZone"> & {
  readonly place?: string | undefined;
};

/** One that begins before its reminder would go out has none: it was agreed a moment ago. */
export const planned = (
  policy: MeetingPolicy,
  { pack, code }: Pick<Meeting, "pack" | "code">,
  { place, ...facts }: MeetingFacts,
  now: Instant,
): Meeting | Refusal<"date-in-past"> => {
  if (facts.at <= now)
    return { refused: "date-in-past", detail: "It begins before now: name a later moment." };
  const remindAt = plus(facts.at, -duration(policy.remindBefore));
  return {
    ...meetingKey(pack, code),
    type: "meeting",
    pack,
    code,
    rev: 0,
    version: 1,
    ...facts,
    ...(place !== undefined && { place }),
    status: "planned",
    remindAt,
    onTimeUntil: plus(facts.at, policy.graceMinutes * minute),
    ...(remindAt <= now && { reminded: true as const }),
    letters: {},
  };
};

/** Ours: an hour after it began somebody is asked who was on time. */
const askAfter = hour;

export const nextMeetingLook = ({ status, reminded, asked, remindAt, at }: Meeting): Instant | undefined => {
  if (status !== "planned" || asked) return undefined;
  return reminded ? plus(at, askAfter) : remindAt;
};

export interface MeetingCame {
  readonly after: Meeting;
  readonly action: "meeting-reminded" | "meeting-to-record";
  readonly tell: readonly string[];
}

/** What time has brought by now, once each: the reminder, as long as it has not begun; then the question who came. */
export const meetingCame = (before: Meeting, now: Instant): MeetingCame | undefined => {
  const look = nextMeetingLook(before);
  if (look === undefined || now < look) return undefined;
  if (before.reminded) return { after: { ...before, asked: true }, action: "meeting-to-record", tell: [] };
  const begun = now >= before.at;
  return {
    after: {
      ...before,
      reminded: true,
      letters: begun
        ? before.letters
        : {
            guest: oweLetter("meeting-reminder", now, before.at),
            host: oweLetter("staff-meeting-reminder", now, before.at),
          },
    },
    action: "meeting-reminded",
    tell: begun ? [] : ["guest", "host"],
  };
};

export type MeetingRefusal = Refusal<"too-early" | "already-done" | "already-over">;

/** Who came, and when. */
export const recorded = (
  before: Meeting,
  arrivals: readonly Arrival[],
  now: Instant,
): Meeting | MeetingRefusal => {
  if (before.status === "cancelled")
    return { refused: "already-over", detail: "This meeting was cancelled." };
  if (before.status === "recorded")
    return { refused: "already-done", detail: "Who was on time was recorded before." };
  if (now < before.at)
    return { refused: "too-early", detail: "It has not begun: record who came once it has." };
  return { ...before, status: "recorded", arrivals };
};

/** Its reminder is void with it. */
export const cancelled = (before: Meeting, now: Instant): Meeting | MeetingRefusal => {
  if (before.status === "cancelled") return { refused: "already-done", detail: "It was cancelled before." };
  if (before.status === "recorded" || now >= before.at)
    return { refused: "already-over", detail: "It has begun: record who came instead." };
  return { ...before, status: "cancelled", version: before.version + 1, letters: {} };
};

/** Somebody of the account was there: that is a contact. */
export const metGuest = ({ arrivals = [] }: Meeting): boolean =>
  arrivals.some(({ side, arrivedAt }) => side === "guest" && arrivedAt !== undefined);

/** As staff see it; exactly at the end of the grace one is on time. */
export const meetingView = ({
  code,
  account,
  at,
  place,
  guest,
  host,
  status,
  onTimeUntil,
  arrivals,
}: Meeting) => ({
  id: code,
  account,
  at,
  ...(place !== undefined && { place }),
  guest,
  host,
  status,
  ...(arrivals !== undefined && {
    arrivals: arrivals.map(({ name, side, arrivedAt }) => ({
      name,
      side,
      ...(arrivedAt !== undefined && { arrivedAt }),
      onTime: arrivedAt !== undefined && arrivedAt <= onTimeUntil,
    })),
  }),
});
