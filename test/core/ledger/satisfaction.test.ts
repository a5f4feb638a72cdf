import { describe, expect, test } from "vitest";
import { satisfied } from "#cli/report/satisfied.ts";
import { endingsOf } from "#core/ledger/satisfaction.ts";
import { instant } from "#core/time.ts";

const about = { subject: "S-2026-1", pack: "solar" };

const endings = (...entries: readonly (readonly [action: string, at: string])[]) =>
  endingsOf(
    about,
    entries.map(([action, at], rev) => ({ action, at: instant(at), rev })),
  );

describe("what customers said of the end of their case", () => {
  test("is counted once for each real closing, with whether they were asked and what they said", () => {
    expect(
      endings(
        ["resolved", "2026-11-02T09:00:00Z"],
        ["closed", "2026-11-16T09:00:00Z"],
        ["satisfaction-asked", "2026-11-18T09:00:00Z"],
        ["not-satisfied", "2026-11-19T09:00:00Z"],
        ["reopened", "2026-11-20T09:00:00Z"],
        ["resolved", "2026-12-01T09:00:00Z"],
        ["closed", "2026-12-15T09:00:00Z"],
        ["satisfaction-asked", "2026-12-17T09:00:00Z"],
      ),
    ).toEqual([
      {
        ...about,
        at: "2026-11-16T09:00:00.000Z",
        askedAt: "2026-11-18T09:00:00.000Z",
        said: "not-satisfied",
        saidAt: "2026-11-19T09:00:00.000Z",
      },
      { ...about, at: "2026-12-15T09:00:00.000Z", askedAt: "2026-12-17T09:00:00.000Z" },
    ]);
  });

  test("counts also where they said it before it was closed, and were not asked any more", () => {
    expect(endings(["satisfied", "2026-11-10T09:00:00Z"], ["closed", "2026-12-01T09:00:00Z"])).toMatchObject([
      { at: "2026-12-01T09:00:00.000Z", said: "satisfied" },
    ]);
    expect(endings(["satisfied", "2026-11-10T09:00:00Z"])).toMatchObject([
      { at: "2026-11-10T09:00:00.000Z" },
    ]);
  });

  test("is nothing where an answer was objected to before it was closed, nor of a case that is open", () => {
    expect(endings(["resolved", "2026-11-02T09:00:00Z"], ["reopened", "2026-11-03T09:00:00Z"])).toEqual([]);
    expect(endings(["acknowledged", "2026-11-02T09:00:00Z"])).toEqual([]);
  });

  test("falls into the month of the closing, as the company's clock has it; who was not asked has not kept silent", () => {
    const late = endings(["closed", "2026-11-30T23:00:00Z"]);
    const early = endings(["closed", "2026-11-30T22:59:59Z"], ["satisfaction-asked", "2026-12-02T09:00:00Z"]);
    expect(satisfied([...late, ...early], "Europe/Amsterdam")).toEqual([
      { pack: "solar", month: "2026-11", ended: 1, asked: 1, satisfied: 0, notSatisfied: 0, unanswered: 1 },
      { pack: "solar", month: "2026-12", ended: 1, asked: 0, satisfied: 0, notSatisfied: 0, unanswered: 0 },
    ]);
  });
});
