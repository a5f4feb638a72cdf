import ICAL from "ical.js";

export interface HeldEvent {
  readonly status: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
}

interface Known extends HeldEvent {
  readonly organizer: string;
  readonly stamp: string;
}

/** A customer's calendar, as far as RFC 5546 says what it does with a file that arrives by mail. */
export const aCalendar = () => {
  const held = new Map<string, Known>();
  return {
    takeIn: (file: string): void => {
      const calendar = ICAL.Component.fromString(file);
      const method = String(calendar.getFirstPropertyValue("method"));
      for (const component of calendar.getAllSubcomponents("vevent")) {
        const { uid } = new ICAL.Event(component);
        const next = read(component, method);
        if (accepts(held.get(uid), next, method)) held.set(uid, next);
      }
    },
    events: (): HeldEvent[] =>
      [...held.values()].map(({ organizer: _organizer, stamp: _stamp, ...event }) => event),
  };
};

const read = (component: ICAL.Component, method: string): Known => {
  const event = new ICAL.Event(component);
  const value = (name: string): string => String(component.getFirstPropertyValue(name) ?? "");
  return {
    status: method === "CANCEL" ? "CANCELLED" : value("status"),
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    organizer: value("organizer"),
    stamp: value("dtstamp"),
  };
};

/** Older news is ignored, and so is what another organizer says, or a cancellation of what nobody knows. */
const accepts = (known: Known | undefined, next: Known, method: string): boolean => {
  if (known === undefined) return method === "REQUEST";
  if (known.organizer !== next.organizer) return false;
  if (next.sequence !== known.sequence) return next.sequence > known.sequence;
  return next.stamp >= known.stamp;
};
