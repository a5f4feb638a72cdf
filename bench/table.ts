import type { Figure } from "./figure.ts";

/** Figures as a table that a README shows and a terminal too. */
export const table = (figures: readonly Figure[]): string =>
  [
    "| figure | value | against | ratio | goal | met | |",
    "|---|--:|---|--:|--:|---|---|",
    ...figures.map(row),
    "",
  ].join("\n");

const row = ({ name, value, unit, peer, ratio, goal, met, note }: Figure): string =>
  `| ${[
    name,
    value === null ? "–" : `${shown(value)} ${unit}`,
    peer ?? "",
    ratio === null ? "" : `${shown(ratio)}×`,
    goal ?? "",
    met === null ? "" : met ? "yes" : "**no**",
    note ?? "",
  ].join(" | ")} |`;

/** Three figures that count: 0.712, 12.3, 1,230,000. */
const shown = (number: number): string =>
  number.toLocaleString("en", { maximumSignificantDigits: Number.isInteger(number) ? 21 : 3 });
