import { describe, expect, inject, it, test } from "vitest";
import { readAssembly } from "#local/assembly.ts";
import { draw, type Measure, type Placed } from "#local/picture/drawing.ts";
import { type Outline, outlineOf, type Way } from "#local/picture/outline.ts";
import { svgPicture } from "#local/picture/svg.ts";
import { textPicture } from "#local/picture/text.ts";
import { wrap } from "#local/picture/wrap.ts";
import { readDefinition } from "#local/states/read-definition.ts";

const { machines } = readAssembly(inject("assembly"));
const outlines = machines.map(({ name, definition }) => ({
  name,
  outline: outlineOf(readDefinition(definition)),
}));

const measure: Measure = {
  boxWidth: 30,
  rowHeight: (texts, lines) => Math.max(lines, ...texts.map(({ length }) => length)) + 2,
  textOf: ({ box }) => wrap(box.name, 26),
  gap: 1,
  lane: 3,
  margin: 1,
};

const touches = (one: Placed, other: Placed): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const sorted = (ways: readonly Way[]): string[] => ways.map((way) => JSON.stringify(way)).toSorted();

describe.each(outlines)("the picture of $name", ({ outline }) => {
  const { boxes, strokes, lines, width, height } = draw(outline, measure);

  it("shows every state once, and no two boxes touch", () => {
    expect(boxes.map(({ cell }) => cell.box.name).toSorted()).toEqual(
      outline.boxes.map(({ name }) => name).toSorted(),
    );
    for (const one of boxes)
      for (const other of boxes) expect(one !== other && touches(one, other)).toBe(false);
  });

  it("has a line for every way, on the paper and through no box", () => {
    expect(sorted(lines.map(({ way }) => way))).toEqual(sorted(outline.ways));
    for (const [x, y] of strokes.flatMap(({ points }) => points)) {
      expect(x >= 0 && x < width && y >= 0 && y < height).toBe(true);
      expect(boxes.filter((box) => touches(box, { ...box, x, y, width: 1, height: 1 }))).toEqual([]);
    }
  });

  it("lays no two lines upon each other that lead to different states", () => {
    const stubs = lines.flatMap(({ way, points }) => {
      const from = points.length === 4 ? points[0] : undefined;
      return from === undefined ? [] : [{ way, at: from.join(" ") }];
    });
    for (const one of stubs)
      for (const other of stubs)
        if (one.at === other.at && one.way.by !== "choice") expect(other.way.to).toBe(one.way.to);
  });

  it("is the same each time, and fits a terminal of 90 characters", () => {
    const text = textPicture(outline);
    expect(textPicture(structuredClone(outline))).toBe(text);
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(90);
  });
});

const small: Outline = {
  start: "Ask",
  boxes: [
    { name: "Ask", shape: "asks", comment: '§1 <b>"&' },
    { name: "Over", shape: "end", comment: "" },
    { name: "Tell staff", shape: "task", comment: "A sentence that is far too long to stand below a name" },
  ],
  ways: [
    { from: "Ask", to: "Over", by: "next" },
    { from: "Ask", to: "Tell staff", by: "error" },
    { from: "Tell staff", to: "Over", by: "next" },
  ],
};

test("a small machine looks like this", () => {
  expect(`\n${textPicture(small)}\n`).toBe(`
                ●
┌──────────────────────────────┐      ┌──────────────────────────────┐
│? Ask                         │╌╌╌╌╌▶│  Tell staff                  │
│                              │   ┌──│                              │
└──────────────────────────────┘   │  └──────────────────────────────┘
                ▼                  │
┌──────────────────────────────┐   │
│# Over                        │◀──┘
└──────────────────────────────┘
`);
});

test("what a policy says stays text, and a sentence stands in the title alone", () => {
  const svg = svgPicture(small, { label: 'A "label"' });
  expect(svg).toContain("<title>§1 &lt;b&gt;&quot;&amp;</title>");
  expect(svg).toContain('aria-label="A &quot;label&quot;"');
  expect(svg.match(/far too long/g)).toHaveLength(1);
});

test("a picture asks for nothing from outside, and brings a style only where it stands alone", () => {
  for (const { name, outline } of outlines) {
    const alone = svgPicture(outline, { label: name, alone: true });
    expect(alone).not.toMatch(/url\(|@import|href|<script|\son\w+=/);
    expect(alone).toContain("prefers-color-scheme:dark");
    expect(svgPicture(outline, { label: name })).not.toMatch(/<style|style=/);
  }
});

test("lines break between words", () => {
  expect(wrap("Wait until 2 days before", 12)).toEqual(["Wait until 2", "days before"]);
  expect(wrap("Unbrechbarkeitsprüfung an", 5)).toEqual(["Unbrechbarkeitsprüfung", "an"]);
  expect(wrap("", 5)).toEqual([]);
});
