import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Played } from "#cli/simulation/play.ts";
import { stories } from "#cli/stories/all.ts";
import { readAssembly } from "#local/assembly.ts";
import { kept, type Seen } from "./typed.ts";

let seen: Seen;
let all: readonly Played[];

beforeAll(async () => {
  seen = await kept("simulate taxdome --json");
  all = (JSON.parse(seen.out) as readonly Played[]).filter((each) => "promises" in each);
});

const story = (name: string): Played => {
  const played = all.find((each) => each.story === name);
  if (played === undefined) throw new Error(`${name} was not played`);
  return played;
};

/** `email-PT48H` to what became of it, of one version. */
const ends = (name: string, version: number): Record<string, string> =>
  Object.fromEntries(
    story(name)
      .promises.filter((each) => each.version === version)
      .map(({ promise, state, reason }) => [promise, reason === undefined ? state : `${state}: ${reason}`]),
  );

/** When customer and host were sent something, and what. */
const sent = (name: string): string[] =>
  story(name).timeline.flatMap((each) =>
    each.what === "mail" || each.what === "sms" ? [`${each.at.slice(0, 16)} ${each.what} ${each.kind}`] : [],
  );

const changes = (name: string) =>
  story(name).timeline.flatMap((each) =>
    each.what === "change"
      ? [{ at: each.at.slice(0, 16), by: each.actor, did: each.action, notice: each.notice }]
      : [],
  );

test("every story is played to its end, and nothing goes wrong in it", () => {
  expect(seen).toMatchObject({ code: 0, notes: "" });
  expect(all.map((each) => each.story)).toEqual(stories.map(({ name }) => name));
  expect(all.flatMap(({ errors }) => errors)).toEqual([]);
  expect(all.flatMap(({ promises }) => promises).filter(({ state }) => state === "open")).toEqual([]);
});

describe("kept to plan", () => {
  test("every message goes out once, at its moment", () => {
    expect(sent("kept-to-plan")).toEqual([
      expect.stringMatching(/^2026-12-01T08:00 mail (staff-booked|confirmation)$/),
      expect.stringMatching(/^2026-12-01T08:00 mail (staff-booked|confirmation)$/),
      "2026-12-08T08:00 mail reminder",
      "2026-12-09T08:00 mail reminder",
      "2026-12-10T07:00 mail reminder",
      "2026-12-10T07:30 sms reminder",
      "2026-12-10T09:00 mail feedback-request",
    ]);
  });

  test("the machine that is deployed goes through the states of the policy", () => {
    const states = story("kept-to-plan").timeline.flatMap((each) =>
      each.what === "state" ? [each.state] : [],
    );
    expect(states).toEqual([
      "Confirm by e-mail",
      "Wait until 2 days before",
      "E-mail reminder, 2 days before",
      "Wait until 24 hours before",
      "E-mail reminder, 24 hours before",
      "Wait until 1 hour before",
      "E-mail reminder, 1 hour before",
      "Wait until 30 minutes before",
      "SMS reminder, 30 minutes before",
      "Wait until the session ends",
      "Record attendance",
      "Note the outcome",
      "Ask for feedback",
      "Appointment over",
    ]);
  });
});

describe("interrupted", () => {
  test("the customer reads why at once, and nobody is asked for feedback", () => {
    expect(sent("interrupted").slice(-1)).toEqual(["2026-12-10T08:26 mail interrupted"]);
  });
});

describe("moved twice", () => {
  test("both moves are in time, and each stops the execution before it", () => {
    expect(changes("moved-twice")).toEqual([
      { at: "2026-12-01T08:00", by: "customer", did: "booked", notice: undefined },
      { at: "2026-12-08T20:00", by: "customer", did: "changed", notice: "in-time" },
      { at: "2026-12-10T08:00", by: "customer", did: "changed", notice: "in-time" },
      { at: "2026-12-11T09:00", by: "kept", did: "ended", notice: undefined },
    ]);
    const stopped = story("moved-twice").timeline.flatMap((each) =>
      each.what === "stopped" ? [each.cause] : [],
    );
    expect(stopped).toEqual(["Changed: version 2 took over", "Changed: version 3 took over"]);
  });

  test("the old times' messages are void, the last time's kept, and what had passed skipped", () => {
    expect(ends("moved-twice", 1)).toMatchObject({
      "email-PT48H": "kept",
      "email-PT24H": "void: superseded",
    });
    expect(ends("moved-twice", 2)).toMatchObject({ confirmation: "kept", "email-PT48H": "void: superseded" });
    expect(ends("moved-twice", 3)).toMatchObject({
      confirmation: "kept",
      "email-PT48H": "skipped: passed",
      "email-PT1H": "kept",
      "sms-PT30M": "kept",
    });
  });
});

test("cancelled late: recorded as late, customer and host are told, the customer is warned, and nothing more goes out", () => {
  expect(changes("cancelled-late").at(-1)).toEqual({
    at: "2026-12-10T03:00",
    by: "customer",
    did: "cancelled",
    notice: "late",
  });
  expect(sent("cancelled-late").slice(-3).toSorted()).toEqual([
    "2026-12-10T03:00 mail cancelled",
    "2026-12-10T03:00 mail no-show-warning",
    "2026-12-10T03:00 mail staff-cancelled",
  ]);
  expect(ends("cancelled-late", 1)).toMatchObject({
    "email-PT24H": "kept",
    "email-PT1H": "void: superseded",
  });
});

test("booked three hours before: what had passed stands as skipped, the rest is kept", () => {
  expect(ends("booked-three-hours-before", 1)).toMatchObject({
    confirmation: "kept",
    "email-PT48H": "skipped: passed",
    "email-PT24H": "skipped: passed",
    "email-PT1H": "kept",
    "sms-PT30M": "kept",
  });
});

test("a host who falls ill: staff cancel on short notice, and it does not count against the customer", () => {
  expect(changes("host-falls-ill").at(-1)).toEqual({
    at: "2026-12-10T06:00",
    by: "staff:planner",
    did: "cancelled",
    notice: "in-time",
  });
  expect(sent("host-falls-ill").slice(-2).toSorted()).toEqual([
    "2026-12-10T06:00 mail cancelled",
    "2026-12-10T06:00 mail staff-cancelled",
  ]);
});

test("told to a reader, a story gives times in the company's zone, and each promise's end", async () => {
  const { code, out } = await kept("simulate taxdome --story cancelled-late");
  expect(code).toBe(0);
  expect(out).toMatch(/^cancelled-late\n/);
  expect(out).toMatch(/\n {2}Thu 10 Dec 2026, 04:00 +customer +cancelled; notice: late\n/);
  expect(out).toMatch(/\n {2}v1 {2}void +email-PT1H +due Thu 10 Dec 2026, 08:00 \(superseded\)\n/);
  expect(out).toMatch(/mail +to the customer: Cancelled: /);
});

test("without a pack it is the first that takes appointments; another name is refused", async () => {
  const { out } = await kept("simulate --story kept-to-plan --json");
  expect((JSON.parse(out) as Played[])[0]?.pack).toBe("taxdome");
  expect(await kept("simulate nobody")).toMatchObject({ code: 1, out: "" });
});

test("a machine that calls what cannot be played here is refused before anything begins", async () => {
  const assembly = readAssembly(inject("assembly"));
  const functions = assembly.functions.map((each) =>
    each.source === "lambdas/send-reminder.ts" ? { ...each, source: "lambdas/send-a-fax.ts" } : each,
  );
  const { code, notes } = await kept("simulate taxdome", {
    assembly: async () => ({ ...assembly, functions }),
  });
  expect([code, notes]).toEqual([
    1,
    expect.stringMatching(/^simulate cannot play lambdas\/send-a-fax\.ts: /),
  ]);
});

describe("vouched", () => {
  test("a licence without sessions keeps the customer from booking; with the next one the session is held", () => {
    expect(changes("vouched").map(({ did }) => did)).toEqual(expect.arrayContaining(["booked", "attended"]));
    expect(ends("vouched", 1)).toMatchObject({ confirmation: "kept", feedback: "kept" });
  });
});
