import { describe, expect, test } from "vitest";
import { readAbsences } from "#steps/absence/read.ts";
import { entriesOf, expandit, isAway, isBack, type Told, tryToBeAway } from "../../builders/absence.ts";

const tuesday = "2026-11-03T08:00:00Z";
const lena = (changes: Partial<Told> = {}): Told => ({
  person: "lena",
  from: tuesday,
  to: "2026-11-04T08:00:00Z",
  ...changes,
});

describe("an absence without an automatic answer and somebody who stands in", () => {
  test.each([
    ["of exactly 8 hours is allowed", "2026-11-03T16:00:00.000Z", undefined],
    ["of one second less is allowed", "2026-11-03T15:59:59.000Z", undefined],
    ["of one second more is refused", "2026-11-03T16:00:01.000Z", "absence-unanswered"],
  ])("%s", async (_what, to, refused) => {
    expect(((await tryToBeAway(expandit(), lena({ to }))) as { refused?: string }).refused).toBe(refused);
  });

  test.each([
    ["nobody stands in", {}],
    ["nobody stands in, though an answer is promised", { automaticAnswer: "kept" }],
    ["nobody answers", { standIn: "jonas", automaticAnswer: "none" }],
  ] as const)("is refused over 8 hours when %s", async (_what, changes) => {
    expect(await tryToBeAway(expandit(), lena(changes))).toMatchObject({
      refused: "absence-unanswered",
      detail: expect.stringContaining("8 hours"),
    });
  });

  test("does not become two of eight hours each", async () => {
    const world = expandit();
    await isAway(world, lena({ to: "2026-11-03T16:00:00Z" }));
    const second = lena({ from: "2026-11-03T16:00:00Z", to: "2026-11-03T18:00:00Z" });
    expect(await tryToBeAway(world, second)).toMatchObject({ refused: "absence-unanswered" });
    expect(await tryToBeAway(world, { ...second, from: "2026-11-03T16:00:01Z" })).toHaveProperty("id");
  });
});

describe("an absence", () => {
  test("of days is entered with who stands in, a person or a team, and we answer", async () => {
    const world = expandit();
    expect(await tryToBeAway(world, lena({ standIn: "jonas" }))).toMatchObject({ automaticAnswer: "kept" });
    expect(await tryToBeAway(world, lena({ person: "jonas", standIn: "support" }))).toHaveProperty("id");
  });

  test("entered twice by the same request is one, with one entry", async () => {
    const world = expandit();
    const one = await tryToBeAway(world, lena({ standIn: "jonas" }), "once");
    expect(await tryToBeAway(world, lena({ standIn: "jonas" }), "once")).toEqual(one);
    expect(await tryToBeAway(world, lena({ standIn: "mara" }), "once")).toMatchObject({
      refused: "idempotency-mismatch",
    });
    expect(await readAbsences(world, "expandit", world.now())).toHaveLength(1);
    expect(entriesOf(world, `expandit#absence#${(one as { id: string }).id}`)).toEqual([
      "staff:mara entered",
    ]);
  });

  test.each([
    ["of nobody whom the policy knows", { person: "otto" }, "unknown-person"],
    ["with nobody who could stand in", { standIn: "otto" }, "unknown-person"],
    ["that ends when it begins", { to: tuesday }, "span-empty"],
    ["that is over", { from: "2026-11-01T08:00:00Z", to: "2026-11-02T09:00:00Z" }, "date-in-past"],
    ["with themselves as stand-in", { standIn: "lena" }, "stand-in-circle"],
  ])("%s is refused", async (_what, changes, refused) => {
    expect(await tryToBeAway(expandit(), lena(changes))).toMatchObject({ refused });
  });

  test("over another of the same person is refused; one that touches it is not", async () => {
    const world = expandit();
    await isAway(world, lena({ standIn: "jonas" }));
    const late = lena({ standIn: "jonas", from: "2026-11-04T07:59:59Z", to: "2026-11-05T08:00:00Z" });
    expect(await tryToBeAway(world, late)).toMatchObject({ refused: "absence-overlaps" });
    expect(await tryToBeAway(world, { ...late, from: "2026-11-04T08:00:00Z" })).toHaveProperty("id");
  });

  test("that would close a circle of stand-ins is refused, and one beside it in time is not", async () => {
    const world = expandit();
    await isAway(world, lena({ standIn: "jonas" }));
    await isAway(world, lena({ person: "jonas", standIn: "mara" }));
    const mara = lena({ person: "mara", standIn: "lena" });
    expect(await tryToBeAway(world, mara)).toMatchObject({ refused: "stand-in-circle" });
    expect(await tryToBeAway(world, { ...mara, from: "2026-11-01T00:00:00Z" })).toMatchObject({
      refused: "stand-in-circle",
    });
    const after = { ...mara, from: "2026-11-04T08:00:00Z", to: "2026-11-05T08:00:00Z" };
    expect(await tryToBeAway(world, after)).toHaveProperty("id");
  });

  test("entered by two who would stand in for each other at the same time comes to one of them", async () => {
    const world = expandit();
    const both = await Promise.all([
      tryToBeAway(world, lena({ standIn: "jonas" })),
      tryToBeAway(world, lena({ person: "jonas", standIn: "lena" })),
    ]);
    expect(both.map((each) => ("refused" in each ? each.refused : "entered")).toSorted()).toEqual([
      "entered",
      "stand-in-circle",
    ]);
  });
});

describe("an absence that ends before its time", () => {
  test("is over from then on, once, and in that person's name", async () => {
    const world = expandit(tuesday);
    const { id } = await isAway(world, lena({ standIn: "jonas" }));
    world.setNow("2026-11-03T10:00:00.000Z");
    expect(await isBack(world, id, "back")).toMatchObject({
      to: "2026-11-03T10:00:00.000Z",
      endedEarly: true,
    });
    expect(await isBack(world, id, "back")).toMatchObject({ endedEarly: true });
    expect(await isBack(world, id)).toMatchObject({ refused: "already-over" });
    expect(await isBack(world, "nothing")).toMatchObject({ refused: "not-found" });
    expect(await readAbsences(world, "expandit", world.now())).toEqual([]);
    expect(entriesOf(world, `expandit#absence#${id}`)).toEqual([
      "staff:mara entered",
      "kept began",
      "staff:mara ended-early",
      "kept ended",
    ]);
  });

  test("and had not begun was never there", async () => {
    const world = expandit();
    const { id } = await isAway(world, lena({ standIn: "jonas" }));
    await isBack(world, id);
    expect(await readAbsences(world, "expandit", world.now())).toEqual([]);
    expect(entriesOf(world, `expandit#absence#${id}`).at(-1)).toBe("staff:mara cancelled");
    expect(await tryToBeAway(world, lena({ standIn: "jonas" }))).toHaveProperty("id");
  });
});
