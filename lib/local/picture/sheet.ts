import type { Point } from "./drawing.ts";

/** Paper of characters; what is outside is not drawn. */
export interface Sheet {
  readonly line: (from: Point, to: Point, dashed: boolean) => void;
  readonly frame: (x: number, y: number, width: number, height: number) => void;
  readonly write: (x: number, y: number, text: string) => void;
  /** Lines without blanks at their ends. */
  readonly text: () => string;
}

const [up, right, down, left] = [1, 2, 4, 8];

/** By the sides to which a character leads; where a line only ends, it still fills its character. */
const joints: readonly string[] = " │─└││┌├─┘─┴┐┤┬┼".split("");

interface Cross {
  readonly sides: number;
  readonly dashed: boolean;
}

export const createSheet = (width: number, height: number): Sheet => {
  const crosses = new Map<string, Cross>();
  const letters = new Map<string, string>();

  const lead = (x: number, y: number, sides: number, dashed: boolean): void => {
    const key = `${x} ${y}`;
    const before = crosses.get(key);
    crosses.set(key, before === undefined ? { sides, dashed } : joined(before, { sides, dashed }));
  };
  const write: Sheet["write"] = (x, y, text) => {
    for (const [index, letter] of text.split("").entries()) letters.set(`${x + index} ${y}`, letter);
  };
  const at = (x: number, y: number): string => {
    const cross = crosses.get(`${x} ${y}`);
    return letters.get(`${x} ${y}`) ?? (cross === undefined ? " " : drawn(cross));
  };
  return {
    write,
    line: ([x, y], [toX, toY], dashed) => {
      const [first, last] = [Math.min(x, toX), Math.max(x, toX)];
      for (let step = first; first !== last && step <= last; step += 1)
        lead(step, y, (step === first ? 0 : left) | (step === last ? 0 : right), dashed);
      const [top, bottom] = [Math.min(y, toY), Math.max(y, toY)];
      for (let step = top; top !== bottom && step <= bottom; step += 1)
        lead(x, step, (step === top ? 0 : up) | (step === bottom ? 0 : down), dashed);
    },
    frame: (x, y, wide, tall) => {
      const flat = "─".repeat(wide - 2);
      write(x, y, `┌${flat}┐`);
      for (let row = 1; row < tall - 1; row += 1) write(x, y + row, `│${" ".repeat(wide - 2)}│`);
      write(x, y + tall - 1, `└${flat}┘`);
    },
    text: () => rows(width, height, at),
  };
};

const isFlat = ({ sides }: Cross): boolean => sides === (left | right);
const isUpright = ({ sides }: Cross): boolean => sides === (up | down);

/** A line that crosses another passes below it: joined they would look like a way from one to the other. */
const joined = (before: Cross, after: Cross): Cross => {
  if (isUpright(before) && isFlat(after)) return before;
  if (isFlat(before) && isUpright(after)) return after;
  return { sides: before.sides | after.sides, dashed: before.dashed && after.dashed };
};

const drawn = ({ sides, dashed }: Cross): string => {
  const joint = joints[sides] ?? " ";
  if (!dashed) return joint;
  if (joint === "─") return "╌";
  return joint === "│" ? "╎" : joint;
};

const rows = (width: number, height: number, at: (x: number, y: number) => string): string =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => at(x, y))
      .join("")
      .trimEnd(),
  ).join("\n");
