import { beforeAll, describe, expect, test } from "vitest";
import type { RowFigures } from "#cli/report/by-row.ts";
import { counts } from "#cli/report/figures.ts";
import { missionRows, rowOfPromise, rowsOf } from "#cli/report/mission.ts";
import { type Report, shown } from "#cli/report/shown.ts";
import { promiseEnds } from "#cli/simulation/promises.ts";
import { asCase, type Case } from "#core/case/case.ts";
import { planCases } from "#core/policy/case-plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { instant } from "#core/time.ts";
import { saysUseful } from "#steps/article/answer.ts";
import { playQuarter, reportOf } from "./a-quarter.ts";

let report: Report;
let policies: readonly Policy[];
let items: readonly Item[];

beforeAll(async () => {
  const quarter = await playQuarter({ appointments: 100, cases: 80 });
  const { world } = quarter;
  policies = quarter.policies;
  try {
    const solar = world.ports.policies.current("solar");
    if (solar === undefined) throw new Error("there is no solar");
    items = world.table.all();
    for (const answer of ["yes", "no", "yes"] as const) {
      const key = world.ports.newId();
      await saysUseful(
        world.ports,
        solar,
        { article: "warranty", answer },
        { pack: "solar", key, fingerprint: key },
      );
    }
    report = await reportOf(world, policies);
  } finally {
    await world.end();
  }
});

const rowOf = (pack: string, row: string): RowFigures => {
  const found = report.rows.find((each) => each.pack === pack && each.row === row);
  if (found === undefined) throw new Error(`no ${row} of ${pack}`);
  return found;
};

/** Some were received before the quarter, and registered in it: they are the one before's. */
const casesOf = (company: string): Case[] =>
  items
    .filter(({ type, pk }) => type === "case" && pk.startsWith(`${company}#`))
    .map(asCase)
    .filter(({ receivedAt }) => receivedAt >= instant("2026-01-01T00:00:00Z"));

describe("the report of a quarter of all companies", () => {
  test("has each row of the mission that a ledger can answer for, of each company that promises it", () => {
    expect(new Set(report.rows.map(({ row }) => row))).toEqual(new Set(Object.keys(missionRows)));
    expect(report.rows.map(({ pack, row }) => `${pack} ${row}`)).toEqual(
      policies.flatMap((policy) => rowsOf(policy).map((row) => `${policy.pack} ${row}`)),
    );
  });

  test.each([
    ["taxdome", ["A2", "A3", "A8", "A11", "C11", "D2"]],
    ["solar", ["C4", "C11"]],
    ["bnc", ["C8", "C11"]],
    ["expandit", ["C10", "C11", "D1", "D4", "D5", "D7"]],
  ])("of %s counts what was made and kept", (pack, rows) => {
    for (const row of rows) {
      const { made, kept } = rowOf(pack, row);
      expect([row, made > 0, kept > 0]).toEqual([row, true, true]);
    }
  });

  test("adds up: whatever was made has come to one end, or is open", () => {
    for (const { made, pack, row, ...each } of report.rows) {
      const ends = counts.filter((name) => name !== "made").map((name) => each[name as "kept"]);
      expect([pack, row, ends.reduce((sum, count) => sum + count, 0)]).toEqual([pack, row, made]);
    }
  });

  test("counts calls, an absence and contacts as they went: one call and one contact were late", () => {
    expect(rowOf("expandit", "D4")).toMatchObject({ made: 1, kept: 1 });
    expect(rowOf("expandit", "D5")).toMatchObject({ made: 2, kept: 1, late: 1, broken: 0 });
    expect(rowOf("expandit", "D7")).toMatchObject({ made: 4, kept: 1, late: 1 });
  });

  test("counts the reminders as the table alone has them", () => {
    const ends = promiseEnds(items).filter(({ promise }) => /^(email|sms)-PT/.test(promise));
    const { made, kept, late, skipped, failed } = rowOf("taxdome", "A3");
    const of = (...states: string[]) => ends.filter(({ state }) => states.includes(state)).length;
    expect({ made, kept, late, skipped, failed }).toEqual({
      made: ends.length,
      kept: of("kept"),
      late: of("late"),
      skipped: of("skipped"),
      failed: of("failed", "unknown"),
    });
  });

  test("counts the dates of complaints as the cases alone have them", () => {
    const complaints = casesOf("solar").flatMap(({ milestones, earlier = [] }) => [
      ...earlier.flatMap((run) => run.milestones),
      ...milestones,
    ]);
    const of = (state: string) => complaints.filter((each) => each.state === state).length;
    const { kept, late, broken } = rowOf("solar", "C4");
    expect({ kept, late, broken }).toEqual({ kept: of("kept"), late: of("late"), broken: of("broken") });
    expect(late + broken).toBeGreaterThan(0);
  });

  test("says of each month how many were asked whether they are satisfied, and what they said", () => {
    for (const { pack } of policies) {
      const months = report.satisfaction.filter((each) => each.pack === pack);
      const asked = months.reduce((sum, each) => sum + each.asked, 0);
      const letters = casesOf(pack).flatMap(({ promises }) =>
        Object.values(promises).filter(({ kind }) => kind === "satisfaction"),
      );
      expect([pack, asked]).toEqual([pack, letters.length]);
      for (const { ended, satisfied, notSatisfied, unanswered } of months)
        expect(satisfied + notSatisfied + unanswered).toBeLessThanOrEqual(ended);
    }
    const sum = (name: "satisfied" | "notSatisfied" | "unanswered") =>
      report.satisfaction.reduce((total, each) => total + each[name], 0);
    for (const name of ["satisfied", "notSatisfied", "unanswered"] as const)
      expect(sum(name)).toBeGreaterThan(0);
  });

  test("says how many readers found which article useful", () => {
    expect(report.articles).toEqual([
      { pack: "solar", month: "2026-03", article: "warranty", keeper: "technical-team", yes: 2, no: 1 },
    ]);
  });

  test("is read as four tables", () => {
    const tables = shown(report, "table").split("\n\n");
    expect(tables.map((table) => table.split(/\s/)[0])).toEqual(["pack", "pack", "pack", "pack"]);
    expect(tables[1]).toMatch(/\ntaxdome +A3 +reminders before a session( +\d+){8}\n/);
  });
});

test("every date of every company's cases belongs to a row, or to none on purpose", () => {
  const none = policies.flatMap((policy) =>
    planCases(policy).flatMap(({ pack, kind, milestones }) =>
      milestones
        .filter(({ name }) => rowOfPromise(policy)(name) === undefined)
        .map(({ id }) => `${pack} ${kind} ${id}`),
    ),
  );
  expect(none.toSorted()).toEqual([
    "bnc incident acknowledge",
    "bnc incident resolve",
    "taxdome complaint acknowledge",
    "taxdome complaint resolve",
    "taxdome inquiry answer",
    "taxdome inquiry usual-reply",
  ]);
});
