const lineBreaksAndControls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const bidiControls = /\p{Bidi_Control}/gu;

/** Anything that reads from right to left, and would pull the words around it along. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A value from outside on one line: no control characters, no line breaks, no marks that turn the text around it. */
export const plain = (value: string): string =>
  value.toWellFormed().replace(bidiControls, "").replace(lineBreaksAndControls, " ").trim();

/** As `plain`, in at most `limit` characters as a reader counts them; what was cut ends in `mark`. */
export const cut = (value: string, limit: number, mark = "…"): string => {
  const line = plain(value);
  if (line.length <= limit || firstCharacters(line, limit).length === line.length) return line;
  return `${firstCharacters(line, limit - mark.length).trimEnd()}${mark}`;
};

let segmenter: Intl.Segmenter | undefined;

/** Made when a text is the first that may be too long: it is dear, and few are. */
const graphemes = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" }));

/** A reader's characters can be made of any number of code points, so each also counts as one per eight of those. */
const firstCharacters = (line: string, limit: number): string => {
  let room = limit;
  let end = 0;
  for (const { segment } of graphemes().segment(line)) {
    room -= Math.ceil(segment.length / 8);
    if (room < 0) break;
    end += segment.length;
  }
  return line.slice(0, end);
};

/** For plain text: right-to-left values are isolated, so that the sentence around them keeps its order. */
export const isolate = (value: string): string => (rightToLeft.test(value) ? `\u2068${value}\u2069` : value);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For element content and quoted attributes. The only place where messages are escaped. */
export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
