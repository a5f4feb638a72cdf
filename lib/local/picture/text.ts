import { draw, type Measure, type Point, type Stroke } from "./drawing.ts";
import type { Cell } from "./grid.ts";
import type { Outline, Shape } from "./outline.ts";
import { createSheet, type Sheet } from "./sheet.ts";
import { wrap } from "./wrap.ts";

const boxWidth = 32;

/** One character is one unit. */
const characters: Measure = {
  boxWidth,
  rowHeight: (texts, lines) => Math.max(lines, ...texts.map((text) => text.length)) + 2,
  textOf: ({ box }: Cell) => wrap(box.name, boxWidth - 4),
  gap: 1,
  lane: 3,
  margin: 0,
};

/** What stands in front of a name, so that kinds of states differ. */
const signs: Readonly<Record<Shape, string>> = {
  task: " ",
  asks: "?",
  wait: "~",
  choice: "<",
  end: "#",
};

/** A machine in characters, 80 of them wide or a little more; errors are dashed. */
export const textPicture = (outline: Outline): string => {
  const { width, height, boxes, strokes } = draw(outline, characters);
  const sheet = createSheet(width, height);
  for (const stroke of strokes) strike(sheet, stroke);
  for (const { cell, text, x, y, height: tall, width: wide } of boxes) {
    sheet.frame(x, y, wide, tall);
    for (const [index, line] of text.entries()) sheet.write(x + 3, y + 1 + index, line);
    sheet.write(x + 1, y + 1, signs[cell.box.shape]);
  }
  const start = boxes.find(({ cell }) => cell.box.name === outline.start);
  if (start !== undefined) sheet.write(start.x + Math.round(start.width / 2), start.y - 1, "●");
  return sheet.text();
};

export const legend = "~ waits   ? waits until somebody acts   < chooses   # ends   dashed: after an error";

const strike = (sheet: Sheet, { by, points, head }: Stroke): void => {
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined) return;
  sheet.line(start, end, by === "error");
  if (head) sheet.write(end[0], end[1], headOf(start, end));
};

const headOf = ([x]: Point, [toX]: Point): string => {
  if (toX === x) return "▼";
  return toX > x ? "▶" : "◀";
};
