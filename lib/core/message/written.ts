import { plain } from "./escape.ts";

/** What a person wrote, under a heading of ours: apart from our own sentences, and escaped where it takes a form. */
export interface Written {
  readonly heading: string;
  /** Each of one or more lines; a line holds no control characters and no marks that turn the text around it. */
  readonly paragraphs: readonly (readonly string[])[];
}

/** The API takes no more; older ones are cut. */
const longestText = 20_000;
/** Rows of empty lines are one break between paragraphs. */
const mostLines = 2_000;

/** Nothing where nothing was written, or it was erased. */
export const written = (heading: string, text: string | undefined): Written[] => {
  const lines = (text ?? "")
    .slice(0, longestText)
    .split(/\r\n|[\n\r\u2028\u2029]/, mostLines)
    .map(plain);
  const paragraphs = lines.reduce<string[][]>(
    (all, line) => (line === "" ? [...all, []] : [...all.slice(0, -1), [...(all.at(-1) ?? []), line]]),
    [[]],
  );
  const said = paragraphs.filter((each) => each.length > 0);
  return said.length === 0 ? [] : [{ heading, paragraphs: said }];
};
