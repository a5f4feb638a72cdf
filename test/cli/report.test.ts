import { describe, expect, test } from "vitest";
import { figures } from "#cli/report/figures.ts";
import { rowOfPromise } from "#cli/report/mission.ts";
import { type Report, shown } from "#cli/report/shown.ts";
import { instant } from "#core/time.ts";
import { thePolicy } from "../core/policy/documents.ts";
import { aBooking, appointments, aStory } from "../scenarios/world.ts";
import { kept } from "./typed.ts";

const row = (made: string, state: "kept" | "late" | "open" | "broken", at?: string) =>
  ({
    promise: "Acknowledge within 7 working days",
    subject: "CODE001",
    about: "case",
    version: 1,
    pack: "solar",
    made: instant(made),
    due: instant("2026-12-10T17:00:00Z"),
    state,
    ...(at !== undefined && { at: instant(at) }),
  }) as const;

describe("a report", () => {
  test("counts a month as the company's clock has it, and says how close it was", () => {
    const found = figures(
      [
        row("2026-11-30T22:59:59Z", "kept", "2026-12-10T16:30:00Z"),
        row("2026-11-30T23:00:00Z", "kept", "2026-12-09T16:00:00Z"),
        row("2026-12-01T08:00:00Z", "late", "2026-12-10T17:00:01Z"),
        row("2026-12-01T08:00:00Z", "broken"),
        row("2026-12-01T08:00:00Z", "open"),
      ],
      "Europe/Amsterdam",
      rowOfPromise(thePolicy("solar.json")),
    );
    const report = { promises: found, rows: [], satisfaction: [], articles: [] };
    expect(found).toMatchObject([
      { month: "2026-11", made: 1, kept: 1, leastMargin: 1_800_000 },
      { month: "2026-12", made: 4, kept: 1, late: 1, broken: 1, open: 1, leastMargin: -1000 },
    ]);
    expect(shown(report, "table")).toBe(
      [
        "pack   month    row  promise                            made  kept  late  broken  skipped  failed  void  open  least margin  median margin",
        "solar  2026-11  C4   Acknowledge within 7 working days     1     1     0       0        0       0     0     0        30 min         30 min",
        "solar  2026-12  C4   Acknowledge within 7 working days     4     1     1       1        0       0     0     1          -1 s           -1 s",
        "",
      ].join("\n"),
    );
    expect(shown(report, "csv").split("\r\n")[1]).toBe(
      "solar,2026-11,C4,Acknowledge within 7 working days,1,1,0,0,0,0,0,0,1800,1800",
    );
    expect(JSON.parse(shown(report, "json"))).toEqual(report);
  });

  test("of a running world adds up to what was made, and asks for a member of its staff", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
    await story.advance("P14D");
    const line = `report --url ${story.world.url} --pack taxdome --from 2026-12-01 --to 2027-01-01`;
    const { code, out } = await kept(`${line} --format json --token local:anna:staff:taxdome`);
    const reminder = (JSON.parse(out) as Report).promises.find(({ promise }) => promise === "email-PT48H");
    expect([code, reminder]).toEqual([
      0,
      expect.objectContaining({
        month: "2026-12",
        row: "A3",
        made: 1,
        kept: 1,
        late: 0,
        void: 0,
        leastMargin: 0,
      }),
    ]);
    const other = await kept(`${line} --token local:bram:staff:solar`);
    expect(other).toMatchObject({ code: 1, notes: "Your account has no role with this company.\n" });
  });

  test("asked wrongly says what to write", async () => {
    expect(await kept("report --token t --format xml")).toMatchObject({ code: 2 });
    expect(await kept("report --token t --from 2026-02-30")).toMatchObject({ code: 2 });
    expect(await kept("report")).toMatchObject({ code: 2 });
  });
});
