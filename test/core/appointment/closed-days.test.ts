import { describe, expect, test } from "vitest";
import type { CompanyDays, Host } from "#core/policy/shape.ts";
import { aHost, aPolicy, aQuery, daysClosed, onTheWall, slotsOf } from "./hosts.ts";

/** The dates, in the host's zone, with slots from 30 November to 4 December 2026. The tests' tables: NL 1, Madrid 2. */
const openDates = (host: Partial<Host>, company?: Omit<CompanyDays, "clause">): string[] => {
  const hosts = [aHost(host)];
  const zone = hosts[0]?.timeZone ?? "";
  const query = {
    ...aQuery(aPolicy({ hosts }), "2026-11-30", "2026-12-05", zone),
    closed: daysClosed(company),
  };
  const dates = slotsOf(query, "2026-11-27T00:00:00Z").map((slot) =>
    onTheWall(zone, slot.start).slice(8, 10),
  );
  return [...new Set(dates)];
};

describe("a public holiday", () => {
  test("closes the hosts who name its region, and no others", () => {
    expect(openDates({ holidays: "NL" })).toEqual(["30", "02", "03", "04"]);
    expect(openDates({})).toEqual(["30", "01", "02", "03", "04"]);
  });

  test("of the company's region closes those who name none, but not those who name another", () => {
    expect(openDates({}, { region: "NL" })).toEqual(["30", "02", "03", "04"]);
    expect(openDates({ holidays: "ES-MD" }, { region: "NL" })).toEqual(["30", "01", "03", "04"]);
  });

  test("on which the company works is a day like any other", () => {
    const open = [{ date: "2026-12-01", reason: "Delivery day" }];
    expect(openDates({}, { region: "NL", open })).toEqual(["30", "01", "02", "03", "04"]);
  });
});

describe("a day off", () => {
  test("that the company adds closes everybody", () => {
    const closed = [{ date: "2026-12-03", reason: "Stocktaking" }];
    expect(openDates({}, { closed })).toEqual(["30", "01", "02", "04"]);
  });

  test("of the host closes that host, from its first day to its last, both included", () => {
    expect(openDates({ daysOff: [{ from: "2026-12-01", to: "2026-12-03", reason: "Leave" }] })).toEqual([
      "30",
      "04",
    ]);
    expect(openDates({ daysOff: [{ date: "2026-12-04", reason: "Dentist" }] })).toEqual([
      "30",
      "01",
      "02",
      "03",
    ]);
  });

  test("of the host stays one where the company works", () => {
    const daysOff = [{ date: "2026-12-01", reason: "Leave" }];
    const open = [{ date: "2026-12-01", reason: "Delivery day" }];
    expect(openDates({ daysOff }, { region: "NL", open })).toEqual(["30", "02", "03", "04"]);
  });

  test("is a date on the host's wall, wherever the customer is", () => {
    const host = aHost({ timeZone: "Asia/Tokyo", daysOff: [{ date: "2026-12-02", reason: "Leave" }] });
    const query = aQuery(aPolicy({ hosts: [host] }), "2026-11-30", "2026-12-04", "America/New_York");
    const dates = slotsOf(query, "2026-11-27T00:00:00Z").map((slot) => onTheWall("Asia/Tokyo", slot.start));
    expect([...new Set(dates.map((wall) => wall.slice(8, 10)))]).toEqual(["30", "01", "03", "04"]);
  });
});
