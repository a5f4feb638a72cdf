import { beforeAll, describe, expect, test } from "vitest";
import { caseStories } from "#cli/case-stories/all.ts";
import type { PlayedCase } from "#cli/simulation/play-case.ts";
import { kept } from "./typed.ts";

const played = new Map<string, PlayedCase>();
const codes: number[] = [];

beforeAll(async () => {
  for (const pack of ["solar", "bnc", "expandit"]) {
    const { code, out } = await kept(`simulate ${pack} --json`);
    codes.push(code);
    for (const each of JSON.parse(out) as PlayedCase[])
      if ("milestones" in each) played.set(each.story, each);
  }
});

const story = (name: string): PlayedCase => {
  const found = played.get(name);
  if (found === undefined) throw new Error(`${name} was not played`);
  return found;
};

/** `acknowledge kept` to when it was due, in UTC. */
const ends = (name: string): [string, string | undefined][] =>
  story(name).milestones.map(({ id, state, due }) => [`${id} ${state}`, due?.slice(0, 16)]);

const mails = (name: string, kind: string): string[] =>
  story(name).timeline.flatMap((each) =>
    each.what === "mail" && each.kind === kind ? [`${each.at.slice(0, 16)} ${each.to}`] : [],
  );

test("every story of a case comes to its end as it is told", () => {
  expect(codes).toEqual([0, 0, 0]);
  expect([...played.keys()]).toEqual(caseStories.map(({ name }) => name));
  for (const { problems, errors } of played.values()) expect([problems, errors]).toEqual([[], []]);
});

describe("dates by hand count", () => {
  test("a complaint in December: over Christmas and New Year", () => {
    expect(ends("kept")).toEqual([
      ["acknowledge kept", "2026-12-10T16:00"],
      ["update kept", "2026-12-23T16:00"],
      ["resolve kept", "2027-01-14T16:00"],
    ]);
    expect(mails("kept", "satisfaction")).toEqual(["2027-01-14T16:00 customer"]);
  });

  test("a customer in Catalonia: Good Friday, Easter Monday and summer time; a later date on working day 29", () => {
    const resolve = story("extended").timeline.flatMap((each) =>
      each.what === "promised" && each.milestone.startsWith("Resolve") ? [[each.due, each.instead]] : [],
    );
    expect(resolve).toEqual([
      ["2027-04-14T15:00:00.000Z", undefined],
      ["2027-04-23T15:00:00.000Z", "2027-04-14T15:00:00.000Z"],
    ]);
    expect(mails("extended", "staff-case-missed")).toEqual([]);
  });

  test("the 11th of September counts for nobody in Catalonia, nor does the 12th of October; three levels hear, each once", () => {
    expect(ends("acknowledged-on-day-17")).toEqual([
      ["acknowledge late", "2026-09-14T15:00"],
      ["update kept", "2026-10-19T15:00"],
      ["resolve kept", "2026-10-16T15:00"],
    ]);
    expect(mails("acknowledged-on-day-17", "staff-case-missed")).toEqual([
      "2026-09-14T15:00 Technical team",
      "2026-09-15T15:00 Customer service management",
      "2026-09-17T15:00 Board",
    ]);
  });

  test("an escalation begins anew for somebody else, on a Saturday before the end of summer time", () => {
    expect(ends("escalated").slice(3)).toEqual([
      ["acknowledge kept", "2026-11-03T16:00"],
      ["update kept", "2026-11-12T16:00"],
      ["resolve kept", "2026-12-04T16:00"],
    ]);
    expect(mails("escalated", "staff-case-escalated")).toEqual([
      "2026-10-24T10:00 Customer service management",
    ]);
  });

  test("a plan's date slips once, and is missed: one alert, then the answer", () => {
    expect(ends("plan-slips")).toEqual([
      ["acknowledge kept", "2027-04-21T15:00"],
      ["plan kept", "2027-04-28T15:00"],
      ["update kept", "2027-05-04T15:00"],
      ["resolve late", "2027-05-21T15:00"],
    ]);
    expect(mails("plan-slips", "staff-case-missed")).toEqual([
      "2027-05-21T15:00 Account and service management",
    ]);
  });

  test("an incident on a Friday afternoon, then a complaint: both count from the same receipt", () => {
    expect(ends("incident-was-a-complaint").slice(0, 4)).toEqual([
      ["acknowledge void", "2026-10-26T10:00"],
      ["resolve void", "2026-10-27T14:00"],
      ["acknowledge kept", "2026-10-26T16:00"],
      ["plan kept", "2026-10-30T16:00"],
    ]);
    expect(ends("complaint-was-an-incident").slice(-2)).toEqual([
      ["acknowledge kept", "2026-11-02T13:00"],
      ["resolve kept", "2026-11-04T09:00"],
    ]);
  });

  test("fourteen days from complete information end on Epiphany in Bavaria, and therefore a day later", () => {
    expect(ends("defect-claim")).toEqual([
      ["acknowledge kept", "2026-12-23T16:00"],
      ["answer kept", "2027-01-07T16:00"],
    ]);
  });
});

test("a call passes to the second contact, and who is away is answered for once", () => {
  const kinds = (name: string) =>
    story(name).timeline.flatMap((each) => (each.what === "mail" ? [`${each.kind} to ${each.to}`] : []));
  expect(ends("call-passed-on")).toEqual([["phone-answer kept", "2026-11-03T09:00"]]);
  expect(kinds("call-passed-on").slice(1, 3)).toEqual([
    "staff-case-assigned to Lena Brandt",
    "staff-case-assigned to Jonas Keller",
  ]);
  const away = kinds("while-away");
  expect(away.filter((each) => each === "out-of-office to customer")).toHaveLength(1);
  expect(away.filter((each) => each === "staff-case-customer to Mara Winter")).toHaveLength(2);
});

test("told to a reader, each promise has its date and why it is that one", async () => {
  const { code, out } = await kept("simulate expandit --story defect-claim");
  expect(code).toBe(0);
  expect(out).toMatch(
    /promise +Answer within 14 days .*: Thu 7 Jan 2027, 17:00\. Counted from .*Heilige Drei Könige/,
  );
  expect(out).toMatch(/\n {2}kept +complaint +Answer within 14 days .*; due Thu 7 Jan 2027, 17:00; done /);
});
