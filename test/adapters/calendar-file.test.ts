import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile } from "#adapters/calendar-file.ts";
import type { Invitation } from "#core/message/invitation.ts";
import { instant } from "#core/time.ts";
import { hostileNames } from "../core/message/session-fields.ts";
import { aCalendar } from "./calendar-client.ts";

const company = { name: "TaxDome", address: "service@kept.example" };
const customer = { name: "Jan Smit", address: "jan@customer.example" };
const stamp = instant("2026-11-30T12:00:00Z");

const anInvitation = (changes: Partial<Invitation> = {}): Invitation => ({
  uid: "K7M2P4Q@kept.taxdome",
  sequence: 0,
  method: "REQUEST",
  start: instant("2026-12-04T09:00:00Z"),
  end: instant("2026-12-04T09:30:00Z"),
  summary: "Quick assist (TaxDome)",
  description: "With: Anna de Vries\nCode: K7M2P4Q",
  url: "https://kept.example/link?do=change#a.taxdome.K7M2P4Q.c.m.x1.k1.abc_-",
  ...changes,
});

const file = (changes: Partial<Invitation> = {}, at = stamp): string =>
  calendarFile(anInvitation(changes), company, customer, at);

const read = (text: string) => {
  const calendar = ICAL.Component.fromString(text);
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  if (event === undefined || others.length > 0) throw new Error("there is not exactly one event");
  return { calendar, event: new ICAL.Event(event), component: event };
};

describe("the file of a confirmation", () => {
  it("is a request with one event, its times in UTC and no zone of its own", () => {
    const { calendar, component } = read(file());
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(calendar.getAllSubcomponents("vtimezone")).toHaveLength(0);
    expect(file()).toContain("\r\nDTSTART:20261204T090000Z\r\nDTEND:20261204T093000Z\r\n");
    expect(file()).toContain("\r\nDTSTAMP:20261130T120000Z\r\n");
    expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(component.getFirstPropertyValue("transp")).toBe("OPAQUE");
  });

  it("names organizer and attendee, and asks for no answer", () => {
    const { component } = read(file());
    const organizer = component.getFirstProperty("organizer");
    const attendee = component.getFirstProperty("attendee");
    expect(organizer?.getFirstValue()).toBe("mailto:service@kept.example");
    expect(organizer?.getFirstParameter("cn")).toBe("TaxDome");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:jan@customer.example");
    expect(attendee?.getFirstParameter("rsvp")).toBe("FALSE");
  });

  it("carries its link and its description whole", () => {
    const { event, component } = read(file());
    expect(component.getFirstPropertyValue("url")).toBe(anInvitation().url);
    expect(event.description).toBe("With: Anna de Vries\nCode: K7M2P4Q");
  });

  it("is the same for the same state, and ends with a line", () => {
    expect(file()).toBe(file());
    expect(file().endsWith("END:VCALENDAR\r\n")).toBe(true);
  });
});

describe.each(Object.entries(hostileNames))("with %s in every name", (_what, name) => {
  const hostile = calendarFile(
    anInvitation({ summary: name, description: `${name}\nCode; a, b\\c` }),
    { ...company, name },
    { ...customer, name: `${name}"; X="\\` },
    stamp,
  );

  it("is still one event with the properties that it had", () => {
    const properties = (text: string) =>
      read(text)
        .component.getAllProperties()
        .map((each) => each.name);
    expect(properties(hostile)).toEqual(properties(file()));
    expect(read(hostile).component.getFirstProperty("attendee")?.getFirstParameter("rsvp")).toBe("FALSE");
  });

  it("holds no control character, and no line of more than 75 octets", () => {
    expect(hostile.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    for (const line of hostile.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("says the same after folding and escaping", () => {
    expect(read(hostile).event.description.split("\n").at(-1)).toBe("Code; a, b\\c");
    expect(hostile.isWellFormed()).toBe(true);
  });
});

describe("a calendar that takes the files in", () => {
  const moved = (sequence: number, start: string, end: string): Partial<Invitation> => ({
    sequence,
    start: instant(start),
    end: instant(end),
  });
  const story = [
    file(),
    file(moved(1, "2026-12-07T13:00:00Z", "2026-12-07T13:30:00Z"), instant("2026-12-01T08:00:00Z")),
    file(moved(2, "2026-12-04T09:30:00Z", "2026-12-04T10:00:00Z"), instant("2026-12-01T09:00:00Z")),
    file(
      { ...moved(3, "2026-12-04T09:30:00Z", "2026-12-04T10:00:00Z"), method: "CANCEL" },
      instant("2026-12-02T09:00:00Z"),
    ),
  ];

  it("moves one event, and ends with one that is cancelled", () => {
    const calendar = aCalendar();
    const seen = story.map((text) => {
      calendar.takeIn(text);
      return calendar.events().map(({ start, status }) => `${start} ${status}`);
    });
    expect(seen).toEqual([
      ["2026-12-04T09:00:00.000Z CONFIRMED"],
      ["2026-12-07T13:00:00.000Z CONFIRMED"],
      ["2026-12-04T09:30:00.000Z CONFIRMED"],
      ["2026-12-04T09:30:00.000Z CANCELLED"],
    ]);
  });

  it("ends the same when they arrive twice, or in another order", () => {
    for (const order of [
      [0, 0, 1, 1, 2, 2, 3, 3],
      [0, 3, 1, 2],
      [1, 0, 3, 2],
      [2, 3, 0, 1],
    ]) {
      const calendar = aCalendar();
      for (const place of order) calendar.takeIn(story[place] ?? "");
      expect(calendar.events()).toMatchObject([{ status: "CANCELLED", sequence: 3 }]);
    }
  });

  it("shows a cancelled event as free time", () => {
    const { component, calendar } = read(story[3] ?? "");
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });
});
