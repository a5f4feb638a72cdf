import { describe, expect, test } from "vitest";
import { deskStories } from "#cli/desk-stories/all.ts";
import type { PlayedDesk } from "#cli/simulation/play-desk.ts";
import { kept } from "./typed.ts";

const play = async (name: string): Promise<PlayedDesk> => {
  const pack = deskStories.find((each) => each.name === name)?.pack ?? "";
  const { code, out } = await kept(`simulate ${pack} --story ${name} --json`);
  expect(code).toBe(0);
  const [played] = JSON.parse(out) as PlayedDesk[];
  if (played === undefined) throw new Error(`${name} was not played`);
  return played;
};

describe("stories of a desk", () => {
  test.each(deskStories.map(({ name }) => name))("%s goes as it is told", async (name) => {
    const { problems, errors, lines } = await play(name);
    expect([problems, errors]).toEqual([[], []]);
    expect(lines.length).toBeGreaterThan(0);
  });

  test("a reader is answered in other words for each answer", async () => {
    const { lines } = await play("useful");
    expect(new Set(lines.filter(({ who }) => who === "page").map(({ what }) => what)).size).toBe(3);
  });

  test("what falls away with an assurance does so between two seconds, in Berlin", async () => {
    const { lines } = await play("assurance-ends");
    const of = (at: string, who: string) => lines.filter((each) => each.at === at && each.who === who).length;
    expect([of("2026-11-30T22:59:59.000Z", "has"), of("2026-11-30T22:59:59.000Z", "has not")]).toEqual([
      9, 0,
    ]);
    expect([of("2026-11-30T23:00:00.000Z", "has"), of("2026-11-30T23:00:00.000Z", "has not")]).toEqual([
      0, 9,
    ]);
  });

  test("told to a reader, a story gives times in the company's zone", async () => {
    const { out } = await kept("simulate solar --story useful");
    expect(out).toMatch(/\n {2}Tue 1 Dec 2026, 09:00 +mira +warranty: yes\n/);
  });
});
