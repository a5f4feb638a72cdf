import { describe, expect, it } from "vitest";
import { compose } from "#core/message/compose.ts";
import { momentIn } from "#core/message/moment.ts";
import { instant, minute, plus } from "#core/time.ts";
import { aSession } from "./session-fields.ts";

describe("a moment", () => {
  it.each([
    ["nl", "vrijdag 4 december 2026 om 10:00 uur (Amsterdam, CET)"],
    ["es", "viernes, 4 de diciembre de 2026, 10:00 h (Amsterdam, CET)"],
    ["de", "Freitag, 4. Dezember 2026 um 10:00 Uhr (Amsterdam, MEZ)"],
    ["en", /Friday,? 4 December 2026 at 10:00 \(Amsterdam, CET\)/],
  ] as const)("in %s names weekday, date, time and zone", (language, words) => {
    expect(compose("confirmation", "email", language, aSession()).text).toMatch(words);
  });

  it.each([
    ["Europe/Amsterdam", "2026-03-29T00:59:00Z", "01:59", "Amsterdam, CET"],
    ["Europe/Amsterdam", "2026-03-29T01:00:00Z", "03:00", "Amsterdam, CEST"],
    ["Europe/Amsterdam", "2026-10-25T00:30:00Z", "02:30", "Amsterdam, CEST"],
    ["Europe/Amsterdam", "2026-10-25T01:30:00Z", "02:30", "Amsterdam, CET"],
    ["Europe/Madrid", "2026-03-29T00:59:00Z", "01:59", "Madrid, CET"],
    ["Europe/Madrid", "2026-03-29T01:00:00Z", "03:00", "Madrid, CEST"],
    ["Europe/Madrid", "2026-10-25T00:30:00Z", "02:30", "Madrid, CEST"],
    ["Europe/Madrid", "2026-10-25T01:30:00Z", "02:30", "Madrid, CET"],
    ["Atlantic/Canary", "2026-06-01T22:00:00Z", "23:00", "Canary, WEST"],
    ["America/Argentina/Buenos_Aires", "2026-06-01T15:00:00Z", "12:00", "Buenos Aires, GMT-3"],
    ["UTC", "2026-06-01T00:00:00Z", "00:00", "UTC"],
    ["Etc/GMT+5", "2026-06-01T12:00:00Z", "07:00", "GMT-5"],
  ] as const)("in %s at %s is %s, %s", (timeZone, at, time, zone) => {
    expect(momentIn("en", instant(at), timeZone)).toMatchObject({ time, zone });
  });

  it("takes its date from the reader's zone", () => {
    expect(momentIn("nl", instant("2028-02-28T23:30:00Z"), "Europe/Amsterdam").date).toBe(
      "dinsdag 29 februari 2028",
    );
  });

  it("lasts as long as the session, also over the end of summer time", () => {
    const start = instant("2026-10-25T00:30:00Z");
    const { text } = compose(
      "confirmation",
      "email",
      "de",
      aSession({ start, end: plus(start, 90 * minute) }),
    );
    expect(text).toContain("(90 Minuten)");
    expect(text).toContain("02:30 Uhr (Amsterdam, MESZ)");
  });

  it("is refused in a zone that there is not", () => {
    expect(() => momentIn("en", instant("2026-01-01T00:00:00Z"), "Europe/Atlantis")).toThrow(RangeError);
  });
});
