import { type Drawing, draw, type Measure, type Placed, type Point } from "./drawing.ts";
import { type Marks, nowhere } from "./marks.ts";
import type { Outline } from "./outline.ts";
import { escaped, lineHeight, svgBox, textOf } from "./svg-box.ts";
import { pictureStyle } from "./svg-style.ts";

const pixels: Measure = {
  boxWidth: 220,
  rowHeight: (texts, lines) =>
    Math.max(14 * (lines + 1), 16 + lineHeight * Math.max(...texts.map((text) => text.length))),
  textOf: ({ box }) => textOf(box),
  gap: 26,
  lane: 18,
  margin: 8,
};

export interface SvgOptions {
  /** What it shows, for whoever does not see it. */
  readonly label: string;
  readonly marks?: Marks;
  /** Brings its own colours; a page that has a style for it leaves them out. */
  readonly alone?: boolean;
}

/** A machine as SVG, without script, font or anything else from outside; the same input gives the same text. */
export const svgPicture = (
  outline: Outline,
  { label, marks = nowhere, alone = false }: SvgOptions,
): string => {
  const drawing = draw(outline, pixels);
  const { width, height, boxes } = drawing;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" class="machine" role="img" aria-label="${escaped(label)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...(alone ? [`<style>${pictureStyle}</style>`] : []),
    ...lines(drawing, marks),
    ...beginning(boxes, outline.start),
    ...boxes.map((box) => svgBox(box, marks)),
    "</svg>",
  ].join("\n")}\n`;
};

const lines = ({ strokes, lines: ways }: Drawing, marks: Marks): string[] => [
  ...strokes.map(
    ({ by, points, head }) => `<path class="way ${by}" d="${path(points)}"/>${arrow(points, head)}`,
  ),
  ...ways
    .filter(({ way }) => marks.took(way))
    .map(({ points }) => `<path class="way took" d="${path(points)}"/>${arrow(points, true, " took")}`),
];

const path = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");

const arrow = (points: readonly Point[], head: boolean, more = ""): string => {
  const [before, end] = points.slice(-2);
  if (!head || before === undefined || end === undefined) return "";
  const [x, y] = end;
  const tip = { down: "l-4 -8h8z", right: "l-8 -4v8z", left: "l8 -4v8z" }[heading(before, end)];
  return `<path class="head${more}" d="M${x} ${y}${tip}"/>`;
};

const heading = ([x]: Point, [toX]: Point): "down" | "right" | "left" => {
  if (x === toX) return "down";
  return toX > x ? "right" : "left";
};

const beginning = (boxes: readonly Placed[], start: string): string[] => {
  const first = boxes.find(({ cell }) => cell.box.name === start);
  if (first === undefined) return [];
  const x = Math.round(first.x + first.width / 2);
  const points: Point[] = [
    [x, 8],
    [x, first.y - 1],
  ];
  return [
    `<path class="way next" d="${path(points)}"/>${arrow(points, true)}`,
    `<circle class="start" cx="${x}" cy="8" r="5"/>`,
  ];
};
