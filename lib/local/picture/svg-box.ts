import type { Placed } from "./drawing.ts";
import type { Marks } from "./marks.ts";
import type { Box, Shape } from "./outline.ts";
import { wrap } from "./wrap.ts";

export const lineHeight = 17;
const perLine = 29;
/** A clause stands below its state's name; whole sentences stay in the title. */
const longestCaption = 40;

/** The name, and the clause where the comment is one: reasons of our own come after it. */
export const textOf = ({ name, comment }: Box): string[] => {
  const [clause = ""] = comment.split("; ours:");
  return [...wrap(name, perLine), ...(clause.length > longestCaption ? [] : wrap(clause, perLine + 3))];
};

/** A box with what it says, what it is, and how an execution stands to it. */
export const svgBox = (placed: Placed, marks: Marks): string => {
  const { box } = placed.cell;
  const standing = standingOf(box.name, marks);
  return [
    `<g class="box ${box.shape} ${standing}">`,
    ...(box.comment === "" ? [] : [`<title>${escaped(box.comment)}</title>`]),
    frames[box.shape](placed),
    ...written(placed),
    badges[standing](placed),
    "</g>",
  ].join("");
};

type Standing = "now" | "been" | "not";

const standingOf = (name: string, { now, been }: Marks): Standing => {
  if (now === name) return "now";
  return been.has(name) ? "been" : "not";
};

const rectangle = ({ x, y, width, height }: Placed, round: number, name = "frame", inset = 0): string =>
  `<rect class="${name}" x="${x + inset}" y="${y + inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${round}"/>`;

const hexagon = ({ x, y, width, height }: Placed): string =>
  `<path class="frame" d="M${x} ${y + height / 2}l10 ${-height / 2}h${width - 20}l10 ${height / 2}l-10 ${height / 2}h${20 - width}z"/>`;

const clockFace = ({ x, y, height }: Placed): string => {
  const [middle, top] = [x + 13, y + height / 2];
  return `<path class="sign" d="M${middle - 6} ${top}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M${middle} ${top - 4}v4h3"/>`;
};

const frames: Readonly<Record<Shape, (placed: Placed) => string>> = {
  task: (placed) => rectangle(placed, 4),
  asks: (placed) => rectangle(placed, 4) + rectangle(placed, 2, "inner", 3),
  wait: (placed) => rectangle(placed, 14) + clockFace(placed),
  choice: hexagon,
  end: (placed) => rectangle(placed, placed.height / 2) + rectangle(placed, placed.height / 2, "inner", 3),
};

const written = ({ cell, text, x, y, width, height }: Placed): string[] => {
  const names = wrap(cell.box.name, perLine).length;
  const first = y + (height - lineHeight * text.length) / 2 + 13;
  return text.map((line, index) => {
    const clause = index < names ? "" : ' class="clause"';
    return `<text${clause} x="${x + width / 2}" y="${first + index * lineHeight}">${escaped(line)}</text>`;
  });
};

/** Said by a shape and a word, for whoever sees no colours. */
const badges: Readonly<Record<Standing, (placed: Placed) => string>> = {
  now: ({ x, y, width }) =>
    `<rect class="badge" x="${x + width - 42}" y="${y - 9}" width="38" height="18" rx="9"/><text class="badge" x="${x + width - 23}" y="${y + 4}">now</text>`,
  been: ({ x, y, width }) =>
    `<rect class="badge" x="${x + width - 28}" y="${y - 8}" width="24" height="16" rx="8"/><path class="tick" d="M${x + width - 21} ${y}l4 4l7 -8"/>`,
  not: () => "",
};

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
