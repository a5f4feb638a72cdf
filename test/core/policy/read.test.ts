import { describe, expect, test } from "vitest";
import { type PolicyMistake, readPolicy } from "#core/policy/read.ts";
import { readDocument } from "./documents.ts";

/** TaxDome's document after one slip of the pen: the value at `path`, or no value. */
const slip = (path: readonly (string | number)[], value?: unknown): unknown => {
  const document = structuredClone(readDocument("taxdome.json")) as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  const inner = path
    .slice(0, -1)
    .reduce((at, step) => at[step] as Record<string | number, unknown>, document);
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return document;
};

const mistakesIn = (document: unknown): PolicyMistake[] => {
  const read = readPolicy(document);
  return "mistakes" in read ? read.mistakes : [];
};

const reminders = ["appointments", "reminders"] as const;
const firstHost = ["appointments", "hosts", 0] as const;
const firstType = ["appointments", "sessionTypes", 0] as const;

describe("a mistake is told with its place and its remedy", () => {
  test.each([
    [[...reminders, 0, "before"], "P2D", "appointments.reminders[0].before", /such as PT48H/],
    [[...reminders, 1, "before"], "PT48H", "appointments.reminders[1].before", /the earliest first/],
    [[...reminders, 0, "sendFor"], "PT24H", "appointments.reminders[0].sendFor", /shorten it/],
    [[...reminders, 3, "sendFor"], "PT30M", "appointments.reminders[3].sendFor", /shorten it/],
    [
      [...reminders, 0, "befor"],
      "PT1H",
      "appointments.reminders[0].befor",
      /no such setting "befor": remove it/,
    ],
    [["apointments"], {}, "apointments", /no such setting "apointments"/],
    [
      [...firstHost, "timeZone"],
      "Europe/Atlantis",
      "appointments.hosts[0].timeZone",
      /such as Europe\/Amsterdam/,
    ],
    [[...firstHost, "timeZone"], "CET", "appointments.hosts[0].timeZone", /such as Europe\/Amsterdam/],
    [[...firstHost, "email"], "anna", "appointments.hosts[0].email", /write an e-mail address/],
    [[...firstType, "id"], "Quick Assist", "appointments.sessionTypes[0].id", /lower-case letters/],
    [
      [...firstHost, "hours", "monday"],
      ["9:00-17:00"],
      "appointments.hosts[0].hours.monday[0]",
      /09:00-17:30/,
    ],
    [[...firstHost, "hours", "monday"], ["09:10-17:00"], "appointments.hosts[0].hours.monday[0]", /quarters/],
    [
      [...firstHost, "hours", "monday"],
      ["17:00-09:00"],
      "appointments.hosts[0].hours.monday[0]",
      /end after/,
    ],
    [
      [...firstType, "hosts"],
      ["carl"],
      "appointments.sessionTypes[0].hosts[0]",
      /no host "carl" under hosts/,
    ],
    [
      [...firstHost, "breaks"],
      { monday: ["12:00-12:20"] },
      "appointments.hosts[0].breaks.monday[0]",
      /quarters/,
    ],
    [
      [...firstHost, "daysOff"],
      [{ date: "2026-02-30", reason: "Leave" }],
      "appointments.hosts[0].daysOff[0]",
      /write { date, reason } or { from, to, reason }/,
    ],
    [
      [...firstHost, "daysOff"],
      [{ from: "2026-12-24", to: "2026-12-23", reason: "Leave" }],
      "appointments.hosts[0].daysOff[0].to",
      /end after they begin/,
    ],
    [[...firstHost, "holidays"], "NL-XX", "appointments.hosts[0].holidays", /"NL"/],
    [[...firstHost, "languages"], ["fr"], "appointments.hosts[0].languages[0]", /"nl"/],
    [
      [...firstType, "bufferMinutes"],
      { before: 10, after: 0 },
      "appointments.sessionTypes[0].bufferMinutes.before",
      /multiple of 15/,
    ],
    [
      ["holidays", "open"],
      [{ date: "2026-12-31", reason: "Busy" }],
      "holidays.open[0].date",
      /stands under closed too/,
    ],
    [["terms", "url"], "the terms page", "terms.url", /write an https address/],
    [["terms", "url"], "http://taxdome.example/", "terms.url", /write an https address/],
    [["terms", "version"], undefined, "terms.version", /missing: add it/],
    [
      [...reminders, 0, "channel"],
      undefined,
      "appointments.reminders[0].channel",
      /missing: add it .*"email"/,
    ],
  ])("%j = %j", (path, value, place, remedy) => {
    const mistakes = mistakesIn(slip(path, value));
    expect(mistakes).toEqual([{ place, message: expect.stringMatching(remedy) as string }]);
  });

  test.each([
    [[...firstType, "minutes"], 50, "appointments.sessionTypes[0].minutes"],
    [[...firstType, "name", "de"], undefined, "appointments.sessionTypes[0].name.de"],
    [["appointments", "booking", "horizonDays"], 365, "appointments.booking.horizonDays"],
    [["appointments", "booking", "stepMinutes"], 20, "appointments.booking.stepMinutes"],
    [["appointments", "notice", "clause"], undefined, "appointments.notice.clause"],
    [[...reminders, 0, "channel"], "pigeon", "appointments.reminders[0].channel"],
    [["languages"], [], "languages"],
    [["pack"], undefined, "pack"],
  ])("%j = %j is found", (path, value, place) => {
    expect(mistakesIn(slip(path, value)).map((mistake) => mistake.place)).toEqual([place]);
  });

  test("and the place of what is no document at all is the document", () => {
    expect(mistakesIn("policy").map((mistake) => mistake.place)).toEqual(["the document"]);
  });

  test("and a language that the company does not write is found at each host who speaks it", () => {
    expect(mistakesIn(slip(["languages"], ["nl", "en", "es"]))).toEqual(
      ["hosts[0].languages[2]", "hosts[2].languages[1]"].map((place) => ({
        place: `appointments.${place}`,
        message: expect.stringMatching(/add it to its languages/) as string,
      })),
    );
  });

  test("all of them at once, not only the first", () => {
    const document = slip(["pack"]) as { terms: { url: string } };
    document.terms.url = "nowhere";
    expect(mistakesIn(document).map((mistake) => mistake.place)).toEqual(["pack", "terms.url"]);
  });
});

describe("two of the same", () => {
  const twice = (key: "hosts" | "sessionTypes" | "reminders") => {
    const document = structuredClone(readDocument("taxdome.json")) as {
      appointments: Record<typeof key, unknown[]>;
    };
    document.appointments[key].push(document.appointments[key][0]);
    return mistakesIn(document).map((mistake) => mistake.place);
  };

  test("hosts or session types by the same id are a mistake", () => {
    expect(twice("hosts")).toEqual(["appointments.hosts[3].id"]);
    expect(twice("sessionTypes")).toEqual(["appointments.sessionTypes[2].id"]);
  });

  test("reminders are a mistake of their order", () => {
    expect(twice("reminders")).toContain("appointments.reminders[4].before");
  });
});

test("a policy without appointments is a policy", () => {
  expect(mistakesIn(slip(["appointments"]))).toEqual([]);
});
