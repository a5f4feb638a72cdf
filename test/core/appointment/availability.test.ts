import { describe, expect, test } from "vitest";
import { findHosts, speakersFirst } from "#core/appointment/availability.ts";
import { isRefusal } from "#core/errors.ts";
import type { AppointmentPolicy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { aHost, aPolicy, aQuery, daysClosed, everyDay, startsOf } from "./hosts.ts";

interface Asked {
  policy?: AppointmentPolicy;
  type?: string;
  start?: string;
  now?: string;
  host?: string;
  language?: Language;
  present?: string;
  company?: Parameters<typeof daysClosed>[0];
}

/** The ids of the hosts, or the code of the refusal. */
const found = (asked: Asked): string | string[] => {
  const {
    policy = aPolicy(),
    type = "talk",
    start = "2026-12-01T09:00:00Z",
    now = "2026-11-25T00:00:00Z",
  } = asked;
  const { host, language, present } = asked;
  const offer = { appointments: policy, closed: daysClosed(asked.company) };
  const wish = { sessionType: type, start: instant(start), host, language, present };
  const hosts = findHosts(offer, wish, instant(now));
  return isRefusal(hosts) ? hosts.refused : hosts.map((host) => host.id);
};

describe("a start that is asked for", () => {
  test("has its hosts, or the one that was named", () => {
    const policy = aPolicy({ hosts: [aHost({ id: "zoe" }), aHost({ id: "ben" })] });
    expect(found({ policy })).toEqual(["zoe", "ben"]);
    expect(found({ policy, host: "ben" })).toEqual(["ben"]);
  });

  test("has only the hosts who receive then", () => {
    const policy = aPolicy({ hosts: [aHost({ id: "zoe", hours: everyDay("13:00-15:00") }), aHost()] });
    expect(found({ policy })).toEqual(["anna"]);
    expect(found({ policy, host: "zoe" })).toBe("not-offered");
  });

  test("of a session type or with a host that there is not, is refused as such", () => {
    expect(found({ type: "walk" })).toBe("unknown-session-type");
    expect(found({ host: "carl" })).toBe("unknown-host");
  });

  test("with a host who gives other sessions is refused as an unknown host", () => {
    const policy = aPolicy({ hosts: [aHost(), aHost({ id: "ben" })] });
    for (const type of policy.sessionTypes) type.hosts = ["anna"];
    expect(found({ policy, host: "ben" })).toBe("unknown-host");
    expect(found({ policy })).toEqual(["anna"]);
  });

  test.each([
    ["before the opening", "2026-12-01T07:30:00Z"],
    ["too late to fit", "2026-12-01T15:30:00Z"],
    ["off the grid", "2026-12-01T09:15:00Z"],
    ["off the quarters", "2026-12-01T09:07:00Z"],
    ["a second past the grid", "2026-12-01T09:00:01Z"],
  ])("%s is not offered", (_, start) => {
    expect(found({ start })).toBe("not-offered");
  });

  test("exactly the lead time ahead is in time, a millisecond less is too soon", () => {
    expect(found({ now: "2026-12-01T07:00:00.000Z" })).toEqual(["anna"]);
    expect(found({ now: "2026-12-01T07:00:00.001Z" })).toBe("too-soon");
    expect(found({ now: "2027-01-01T00:00:00Z" })).toBe("too-soon");
  });

  test("on the last date of the horizon is offered, the day after is too far", () => {
    expect(found({ start: "2026-12-05T09:00:00Z" })).toEqual(["anna"]);
    expect(found({ start: "2026-12-06T09:00:00Z" })).toBe("too-far");
  });

  test("at the very midnight that ends the horizon is too far, a quarter before it is not", () => {
    const policy = aPolicy({ hosts: [aHost({ hours: everyDay("00:00-24:00") })], minutes: 15 });
    policy.booking.stepMinutes = 15;
    expect(found({ policy, start: "2026-12-05T22:45:00Z" })).toEqual(["anna"]);
    expect(found({ policy, start: "2026-12-05T23:00:00Z" })).toBe("too-far");
  });

  test("opens at the host's midnight", () => {
    const start = "2026-12-06T09:00:00Z";
    expect(found({ start, now: "2026-11-25T22:59:59Z" })).toBe("too-far");
    expect(found({ start, now: "2026-11-25T23:00:00Z" })).toEqual(["anna"]);
  });
});

describe("a language that is asked for", () => {
  const policy = aPolicy({
    hosts: [
      aHost({ id: "zoe", languages: ["es", "en"] }),
      aHost({ id: "ben", languages: ["nl"] }),
      aHost({ id: "ida" }),
    ],
  });

  const tried = (wish: { language?: Language; present?: string }) =>
    speakersFirst(policy.hosts, { sessionType: "talk", start: instant("2026-12-10T09:00:00Z"), ...wish }).map(
      (group) => group.map(({ id }) => id),
    );

  test("puts the hosts who speak it first, and those of whom nothing is said with them", () => {
    expect(tried({})).toEqual([["zoe", "ben", "ida"], []]);
    expect(tried({ language: "es" })).toEqual([["zoe", "ida"], ["ben"]]);
    expect(tried({ language: "de" })).toEqual([["ida"], ["zoe", "ben"]]);
  });

  test("keeps the host who gives the session already among the first, when it is moved", () => {
    expect(tried({ language: "es", present: "ben" })).toEqual([["zoe", "ben", "ida"], []]);
  });

  test("does not stand in the way of a host who was named", () => {
    expect(found({ policy, language: "de", host: "ben" })).toEqual(["ben"]);
  });
});

test("a start in a break, on a day off or on a holiday is not offered", () => {
  const only = (changes: Parameters<typeof aHost>[0]) => aPolicy({ hosts: [aHost(changes)] });
  expect(found({ policy: only({ breaks: everyDay("10:30-11:00") }) })).toBe("not-offered");
  expect(found({ policy: only({ breaks: everyDay("11:00-11:30") }) })).toEqual(["anna"]);
  expect(found({ policy: only({ daysOff: [{ date: "2026-12-01", reason: "Leave" }] }) })).toBe("not-offered");
  expect(found({ policy: only({ holidays: "NL" }) })).toBe("not-offered");
  expect(found({ policy: only({ holidays: "ES-MD" }), company: { region: "NL" } })).toEqual(["anna"]);
  expect(found({ company: { region: "NL" } })).toBe("not-offered");
});

test("quarter by quarter, exactly the listed slots are offered, over a change of the clocks too", () => {
  const policy = aPolicy({
    hosts: [
      aHost({
        hours: everyDay("00:00-04:45", "09:15-17:00", "22:00-24:00"),
        breaks: { friday: ["12:00-12:45"], saturday: ["02:15-02:45"], sunday: ["02:30-03:15"] },
        daysOff: [{ date: "2026-10-26", reason: "Leave" }],
      }),
    ],
  });
  const [now, from, to] = ["2026-10-23T06:00:00Z", "2026-10-23", "2026-10-27"];
  const listed = new Set<string>(startsOf(aQuery(policy, from, to), now));
  for (let at = Date.parse("2026-10-22T22:00:00Z"); at < Date.parse("2026-10-26T23:00:00Z"); at += 900_000) {
    const start = new Date(at).toISOString();
    expect([start, Array.isArray(found({ policy, start, now }))]).toEqual([start, listed.has(start)]);
  }
  expect(listed.size).toBeGreaterThan(50);
});
