/** One record of a file, with the line that it begins on, from 1: a quoted field may hold line breaks. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** What cannot be read, and where. */
export interface CsvMistake {
  readonly line: number;
  readonly message: string;
}

/**
 * Fields in quotes, plain fields, what parts them, and the quote that nothing closes. Sticky: what no alternative takes is
 * a mistake and not skipped.
 */
const token = /"((?:[^"]|"")*)"(?=[,;\r\n]|$)|([^",;\r\n]*)(?=[,;\r\n]|$)/y;

/**
 * Reads RFC 4180, with commas or semicolons as spreadsheets write them here. Strict: a stray quote is a mistake with its
 * line, for a reader that guesses shifts every column behind it. Ours, because that line is all that we need of one, and
 * the libraries for it bring streams, guesses and types for values.
 */
export const readCsv = (text: string): { records: CsvRecord[] } | { mistake: CsvMistake } => {
  const source = text.replace(/^\uFEFF/, "");
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < source.length) {
    const read = readRecord(source, at);
    if (read === undefined)
      return {
        mistake: {
          line,
          message: 'a quote out of place: put the field in quotes, and write "" for one inside',
        },
      };
    if (read.fields.some((field) => field !== "")) records.push({ line, fields: read.fields });
    line += source.slice(at, read.next).split("\n").length - 1;
    at = read.next;
  }
  return { records };
};

const readRecord = (source: string, from: number): { fields: string[]; next: number } | undefined => {
  const fields: string[] = [];
  for (let at = from; ; at += 1) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) return undefined;
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
    at += match[0].length;
    if (source[at] !== "," && source[at] !== ";") return { fields, next: endOfLine(source, at) };
  }
};

const endOfLine = (source: string, at: number): number => (source.startsWith("\r\n", at) ? at + 2 : at + 1);
