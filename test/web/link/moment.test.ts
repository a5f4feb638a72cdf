import { describe, expect, it } from "vitest";
import { daysAfter, momentsIn } from "../../../web/link/moment.ts";

const start = "2026-12-10T09:00:00.000Z";

describe("a moment", () => {
  it.each([
    ["nl", "donderdag 10 december 2026"],
    ["de", "Donnerstag, 10. Dezember 2026"],
    ["es", "jueves, 10 de diciembre de 2026"],
    ["en", "Thursday 10 December 2026"],
  ] as const)("is said in %s with its weekday, on the clock of 24 hours", (language, date) => {
    const moments = momentsIn(language, "Europe/Amsterdam");
    expect(moments.date(start).replace("Thursday,", "Thursday")).toBe(date);
    expect(moments.time(start)).toBe("10:00");
  });

  it("is the customer's own, also where that is another day", () => {
    const auckland = momentsIn("en", "Pacific/Auckland");
    expect([auckland.day("2026-12-10T12:00:00Z"), auckland.time("2026-12-10T12:00:00Z")]).toEqual([
      "2026-12-11",
      "01:00",
    ]);
    expect(auckland.zone(start)).toBe("Auckland, GMT+13");
  });

  it("names the zone so that the two hours of an autumn night differ", () => {
    const { time, zone } = momentsIn("nl", "Europe/Amsterdam");
    const [summer, winter] = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"];
    expect([time(summer!), zone(summer!)]).toEqual(["02:30", "Amsterdam, CEST"]);
    expect([time(winter!), zone(winter!)]).toEqual(["02:30", "Amsterdam, CET"]);
    expect(momentsIn("en", "Etc/GMT+5").zone(start)).toBe("GMT-5");
  });
});

it("says a length in the reader's words", () => {
  expect(momentsIn("nl", "UTC").length("PT24H")).toBe("24 uur");
  expect(momentsIn("de", "UTC").length("P2D")).toBe("2 Tage");
  expect(momentsIn("es", "UTC").length("PT1H")).toBe("1 hora");
  expect(momentsIn("en", "UTC").length("P1DT2H")).toBe("P1DT2H");
});

it("counts days over months, years and changes of the clock", () => {
  expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysAfter("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysAfter("2026-10-24", 2)).toBe("2026-10-26");
});
