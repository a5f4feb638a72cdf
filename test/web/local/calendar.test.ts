import { expect, test } from "vitest";
import { readInvitation } from "../../../web/local/calendar.ts";

const encoded = (...lines: string[]): string => Buffer.from(lines.join("\r\n")).toString("base64");

test("an invitation is read whole: folded lines, parameters, commas, and letters of all kinds", () => {
  const file = encoded(
    "BEGIN:VCALENDAR",
    "METHOD:CANCEL",
    "SUMMARY;LANGUAGE=es:Sesión\\, con ",
    " Núria",
    "SEQUENCE:2",
    "DTSTART:20261214T090000Z",
    "DTEND:20261214T100000Z",
  );
  expect(readInvitation(file)).toMatchObject({
    method: "CANCEL",
    summary: "Sesión, con Núria",
    sequence: "2",
    start: "2026-12-14T09:00:00Z",
    end: "2026-12-14T10:00:00Z",
  });
});

test("what has no session in it is no invitation", () => {
  expect(readInvitation(encoded("BEGIN:VCALENDAR", "DTSTART:20261214T0900"))).toBeUndefined();
});
