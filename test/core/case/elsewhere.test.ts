import { describe, expect, test } from "vitest";
import type { Elsewhere } from "#core/case/elsewhere.ts";
import { followAnswer } from "#core/case/elsewhere-answer.ts";
import { nextTelling, nextTry } from "#core/case/elsewhere-next.ts";
import type { Picture } from "#core/case/elsewhere-picture.ts";
import { day, hour, instant, minute, plus, until } from "#core/time.ts";

const now = instant("2026-12-01T08:00:00Z");
const patience = { alertAfter: "PT4H", giveUpAfter: "PT168H" };
const picture: Picture = { standing: "open", kind: "complaint", team: "complaint-handling", milestones: [] };
const closed: Picture = { ...picture, standing: "closed" };

const item: Elsewhere = {
  pk: "bnc#case#K7F3Q2M",
  sk: "elsewhere#servicenow",
  type: "elsewhere",
  pack: "bnc",
  number: "K7F3Q2M",
  system: "servicenow",
  rev: 3,
  wanted: 2,
  seq: 1,
  telling: { seq: 1, what: "register", picture, caseRev: 1, last: true },
  round: 1,
  history: [],
};

const steps = (told: Picture | undefined, wanted: Picture): string[] => {
  const step = nextTelling({ seq: 0, ...(told && { told: { picture: told, caseRev: 1 } }) }, wanted, 2);
  return step === undefined ? [] : [`${step.what} ${step.picture.standing}`, ...steps(step.picture, wanted)];
};

describe("the way to what a case looks like", () => {
  test.each([
    [undefined, closed, ["register registered", "update answered", "close closed"]],
    [undefined, picture, ["register registered", "update open"]],
    [undefined, { ...picture, standing: "registered" }, ["register registered"]],
    [picture, closed, ["update answered", "close closed"]],
    [{ ...picture, standing: "answered" }, closed, ["close closed"]],
    [closed, picture, ["reopen open"]],
    [closed, { ...closed, team: "specialists" }, ["update closed"]],
    [closed, closed, []],
  ] as [Picture | undefined, Picture, string[]][])("from %j to %j", (told, wanted, way) => {
    expect(steps(told, wanted)).toEqual(way);
  });

  test("leads from anything to anything, and then ends", () => {
    const standings = ["registered", "open", "waiting", "answered", "closed"] as const;
    for (const from of standings)
      for (const to of standings) {
        const way = steps({ ...picture, standing: from }, { ...picture, standing: to });
        expect(way.length).toBeLessThanOrEqual(2);
        expect(way.at(-1)?.endsWith(to) ?? from === to).toBe(true);
      }
  });
});

describe("a system that does not take it", () => {
  const after = (
    away: number,
    answer: Parameters<typeof followAnswer>[1] = { outcome: "later", reason: "x" },
  ) =>
    followAnswer(
      { ...item, trouble: { since: now, attempts: 4, reason: "x" } },
      answer,
      patience,
      plus(now, away),
    );

  test.each([
    [4 * hour - 1000, undefined],
    [4 * hour, "elsewhere-late"],
    [4 * hour + 1000, "elsewhere-late"],
    [7 * day - 1000, "elsewhere-late"],
    [7 * day, "elsewhere-given-up"],
    [7 * day + 1000, "elsewhere-given-up"],
  ])("for %i milliseconds opens the task %s", (away, task) => {
    expect(after(away).task?.what).toBe(task);
  });

  test("is told of once, until it has taken something", () => {
    const { after: alerted } = after(5 * hour);
    const again = followAnswer(alerted, { outcome: "later", reason: "y" }, patience, plus(now, 6 * hour));
    expect(again.task).toBeUndefined();
    const told = followAnswer(again.after, { outcome: "told", remote: { id: "1" } }, patience, now);
    expect(told.after.trouble).toBeUndefined();
  });

  test("is asked again after 5, 10, 20, 40 and then 60 minutes, and up to a fifth later", () => {
    const pauses = [1, 2, 3, 4, 5, 99].map(
      (attempts) => until(now, nextTry("K7F3Q2M", attempts, now)) / minute,
    );
    for (const [at, pause] of [5, 10, 20, 40, 60, 60].entries()) {
      expect(pauses[at]).toBeGreaterThanOrEqual(pause);
      expect(pauses[at]).toBeLessThan(pause * 1.2);
    }
  });

  test("is left alone for as long as it asks, but for a day at most", () => {
    expect(until(now, nextTry("0000000", 1, now, 2 * hour))).toBe(2 * hour);
    expect(until(now, nextTry("0000000", 1, now, 90 * day))).toBe(day);
  });
});
