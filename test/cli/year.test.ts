import { describe, expect, inject, test } from "vitest";
import { newCodes } from "#cli/simulation/ids.ts";
import { yearsCompanies } from "#cli/year/companies.ts";
import { startThread } from "#cli/year/company-thread.ts";
import { createDice, diceFor } from "#cli/year/dice.ts";
import type { PlayedYear } from "#cli/year/play-company.ts";
import { playYear } from "#cli/year/play-year.ts";
import { tally } from "#cli/year/tally.ts";
import type { Item } from "#core/table.ts";
import { instant } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { kept, root } from "./typed.ts";

const year = async (options: string): Promise<PlayedYear> =>
  JSON.parse((await kept(`simulate taxdome --year 2026 --json ${options}`)).out) as PlayedYear;

describe("a synthetic year", () => {
  test("accounts for everything that was due", async () => {
    const { code, out } = await kept("simulate taxdome --year 2026 --appointments 120");
    expect(code).toBe(0);
    expect(out).toContain("Everything that was due is accounted for.");
    expect(out).toMatch(/\n {2}in all( +\d+)+ +0\n/);
  });

  test("is the same for the same seed, and another for another", async () => {
    const [one, again, other] = [
      await year("--appointments 40"),
      await year("--appointments 40"),
      await year("--appointments 40 --seed 2"),
    ];
    expect(again).toEqual(one);
    expect(other.promises).not.toEqual(one.promises);
  });

  test("has customers who keep, move and cancel, in time and late, and adds up", async () => {
    const { changes, promises, refused, appointments } = await year("--appointments 150 --seed 3");
    const refusedBookings = refused["no-slot"] ?? 0;
    expect((changes["booked"] ?? 0) + refusedBookings).toBe(appointments);
    const cancelled = Object.entries(changes).filter(([name]) => name.startsWith("cancelled"));
    expect(cancelled.length).toBeGreaterThan(1);
    expect((changes["ended"] ?? 0) + cancelled.reduce((sum, [, count]) => sum + count, 0)).toBe(
      changes["booked"],
    );
    expect(Object.values(promises.byState).reduce((sum, count) => sum + count, 0)).toBe(promises.made);
    expect(Object.keys(promises.reasons)).toEqual(
      expect.arrayContaining(["skipped: passed", "void: superseded"]),
    );
  });

  test("shows its progress where somebody watches, and notes its pace beside the data", async () => {
    const shown: string[] = [];
    let reads = 0;
    const now = () => instant(`2026-12-01T08:00:0${Math.min(9, (reads += 1))}Z`);
    const progress = (line: string): void => void shown.push(line);
    const { notes } = await kept("simulate taxdome --year 2026 --appointments 5", { progress, now });
    expect(shown.length).toBeGreaterThan(365);
    expect(shown.at(-2)).toMatch(/^█{30} 5 of 5$/);
    expect(notes).toMatch(/^5 appointments in 1\.0 s, 5 a second\n$/);
  });
});

describe("a year of cases", () => {
  const all = async (options: string): Promise<PlayedYear[]> =>
    JSON.parse((await kept(`simulate --year 2026 --json ${options}`)).out) as PlayedYear[];

  test("of all companies: nothing early, late, twice or missing, by a count of its own", async () => {
    const years = await all("--cases 40");
    expect(years.map(({ pack }) => pack)).toEqual(["bnc", "expandit", "solar", "taxdome"]);
    for (const { cases, unaccounted } of years) {
      expect(unaccounted).toEqual([]);
      expect(cases?.judged).toMatchObject({ early: 0, late: 0, twice: 0, missing: 0 });
      expect(cases?.judged.compared).toBeGreaterThan(50);
    }
    const states = years.flatMap(({ cases }) => Object.values(cases?.milestones ?? {}).flatMap(Object.keys));
    expect(new Set(states)).toEqual(new Set(["kept", "late", "broken", "void"]));
  });

  test("is asked of a company that takes no appointments by itself, and not with appointments", async () => {
    const { code, out } = await kept("simulate solar --year 2026 --cases 5");
    expect([code, out]).toEqual([0, expect.stringContaining("Solar in 2026: 5 cases, seed 1")]);
    const { code: wrong, notes } = await kept("simulate solar --year 2026 --appointments 5");
    expect([wrong, notes]).toEqual([1, expect.stringMatching(/takes no appointments/)]);
  });
});

describe("companies that play at the same time", () => {
  const assembly = () => readAssembly(inject("assembly"));
  const settings = { year: 2026, seed: 1, root };
  const packs = ["bnc", "expandit", "solar", "taxdome"];

  test("come to the same however many threads there are, also one that plays alone, and what has begun is added up", async () => {
    const companies = yearsCompanies(undefined, { appointments: 8, cases: 12 });
    const begun: number[] = [];
    const watch = (count: number): void => void begun.push(count);
    const apart = await playYear(assembly(), companies, settings, watch, 3);
    expect(apart.map(({ pack }) => pack)).toEqual(packs);
    expect(begun.at(-1)).toBe(20);
    expect(begun).toEqual(begun.toSorted((one, other) => one - other));
    expect(await playYear(assembly(), companies, settings, undefined, 1)).toEqual(apart);
    expect(await playYear(assembly(), companies.slice(2, 3), settings)).toEqual([apart[2]]);
  });

  test("and a fault in a thread is thrown where its year is waited for", async () => {
    const { functions, ...rest } = assembly();
    const broken = {
      ...rest,
      functions: functions.map((each) => ({ ...each, source: "lambdas/nowhere.ts" })),
    };
    const thread = startThread(broken, settings);
    const [company] = yearsCompanies("solar", { appointments: undefined, cases: 1 });
    if (company === undefined) throw new Error("there is no solar");
    await expect(thread.play(company, () => {})).rejects.toThrow(/cannot play lambdas\/nowhere\.ts/);
    await thread.end();
  });
});

describe("the tally", () => {
  const now = instant("2026-12-31T00:00:00Z");
  const promised = (state: string): Item => ({
    pk: "taxdome#appointment#AAAAAAA",
    sk: "head",
    type: "appointment",
    code: "AAAAAAA",
    version: 1,
    status: "ended",
    end: "2026-12-10T10:00:00.000Z",
    promises: {
      "email-PT1H": {
        kind: "reminder",
        channel: "email",
        due: "2026-12-10T08:00:00.000Z",
        state,
        at: now,
        reason: "x",
      },
    },
  });

  test.each([
    ["a promise that stays open past its moment", promised("open"), 0, /email-PT1H, due .* is still open/],
    ["a failure that nobody was told of", promised("failed"), 0, /1 sends are failed, but staff heard of 0/],
    ["a message that no promise knows of", promised("kept"), 2, /2 messages went out, but 1 promises say so/],
    ["a promise kept without a message", promised("kept"), 0, /0 messages went out, but 1 promises say so/],
    ["a session that is over and not noted", { ...promised("kept"), status: "booked" }, 1, /over since/],
  ])("finds %s", (_what, item, accepted, says) => {
    expect(tally([item], now, accepted).unaccounted).toEqual([expect.stringMatching(says)]);
  });

  test("has nothing to say of what went as it should", () => {
    expect(tally([promised("kept")], now, 1).unaccounted).toEqual([]);
    expect(tally([promised("open")], instant("2026-12-10T07:59:59Z"), 0).unaccounted).toEqual([]);
  });
});

describe("chance that repeats itself", () => {
  const throws = (dice: { throw(): number }) => Array.from({ length: 1000 }, () => dice.throw());

  test("fills the span from 0 to 1 evenly enough", () => {
    const all = throws(createDice(7));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(all.reduce((sum, each) => sum + each, 0) / all.length).toBeCloseTo(0.5, 1);
  });

  test("differs from member to member and seed to seed", () => {
    const first = [diceFor(1, 0), diceFor(1, 1), diceFor(2, 0)].map((dice) => dice.throw());
    expect(new Set(first).size).toBe(3);
  });

  test("gives each code once", () => {
    const next = newCodes();
    const codes = Array.from({ length: 20_000 }, next);
    expect(new Set(codes).size).toBe(20_000);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}$/);
  });
});
