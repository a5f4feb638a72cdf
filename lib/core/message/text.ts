import { isolate } from "./escape.ts";
import type { Letter, Row } from "./letter.ts";
import { asText } from "./phrase.ts";
import type { Written } from "./written.ts";

/** The part for readers without HTML: complete, with every address written out. */
export const textPart = (letter: Letter): string =>
  [
    asText(letter.greeting),
    asText(letter.lead),
    rows(letter.rows),
    ...(letter.written ?? []).map(passage),
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

/** Marked line by line, as mail programs mark what somebody else wrote: nothing in it can pass for a sentence of ours. */
const passage = ({ heading, paragraphs }: Written): string => {
  const lines = paragraphs.map((each) => each.map((line) => `> ${isolate(line)}`).join("\n"));
  return `${heading}:\n\n${lines.join("\n>\n")}`;
};
