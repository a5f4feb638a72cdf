import type { Letter, Row } from "./letter.ts";
import { asText } from "./phrase.ts";

/** The part for readers without HTML: complete, with every address written out. */
export const textPart = (letter: Letter): string =>
  [
    asText(letter.greeting),
    asText(letter.lead),
    rows(letter.rows),
    ...letter.paragraphs.map(asText),
    letter.buttons.map(({ label, url }) => `${label}: ${url}`).join("\n"),
    asText(letter.footer),
  ]
    .filter((part) => part !== "")
    .join("\n\n") + "\n";

const rows = (all: readonly Row[]): string => {
  const width = Math.max(...all.map((row) => row.label.length)) + 2;
  return all.map((row) => `${row.label}:`.padEnd(width) + asText(row.value)).join("\n");
};
