import {
  ICalAttendeeRole,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { plain } from "#core/message/escape.ts";
import type { Invitation } from "#core/message/invitation.ts";
import { epoch, type Instant } from "#core/time.ts";

/** A name and a bare address, as in the header of the mail. */
export interface Party {
  readonly name: string;
  readonly address: string;
}

/**
 * The file that a calendar takes in (RFC 5545, 5546), times in UTC.
 * @param organizer the sender of the mail: a calendar takes changes from nobody else.
 * @param stamp when this state was written down; of two with one SEQUENCE, a calendar believes the later.
 */
export const calendarFile = (
  invitation: Invitation,
  organizer: Party,
  attendee: Party,
  stamp: Instant,
): string => {
  const calendar = new ICalCalendar({
    method: ICalCalendarMethod[invitation.method],
    prodId: { company: "Kept", product: "Appointments", language: "EN" },
  });
  calendar.createEvent({ ...event(invitation, stamp), ...parties(organizer, attendee) });
  return `${folded(calendar.toString())}\r\n`;
};

const event = (
  { uid, sequence, method, start, end, summary, description, url }: Invitation,
  stamp: Instant,
) => ({
  id: uid,
  sequence,
  stamp: new Date(epoch(stamp)),
  start: new Date(epoch(start)),
  end: new Date(epoch(end)),
  summary: plain(summary),
  description: description.split("\n").map(plain).join("\n"),
  ...(url !== undefined && { url }),
  status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  transparency: method === "CANCEL" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
});

/** No answer is asked for: the customer has booked, and changes by the links. */
const parties = (organizer: Party, attendee: Party) => ({
  organizer: { name: parameter(organizer.name), email: organizer.address },
  attendees: [
    {
      name: parameter(attendee.name),
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      rsvp: false,
    },
  ],
});

/** A parameter can hold no straight quote at all, and the library would put a backslash before it or before its own. */
const parameter = (name: string): string => plain(name).replaceAll('"', "'").replaceAll("\\", "/");

const octetsPerLine = 75;

/** The library folds by characters; the standard counts octets, and strict readers cut there (RFC 5545 §3.1). */
const folded = (text: string): string =>
  text
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .map(fold)
    .join("\r\n");

const fold = (line: string): string => {
  const lines = [""];
  let used = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (used + octets > octetsPerLine) {
      lines.push(" ");
      used = 1;
    }
    lines[lines.length - 1] += character;
    used += octets;
  }
  return lines.join("\r\n");
};
