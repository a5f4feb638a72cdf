/** Where lines of a mail that was answered begin, in whatever way the writer's program shows them. */
interface Beginning {
  readonly at: number;
  /** With `>` before each line, so that answers between them can be told apart. */
  readonly marked: boolean;
}

/**
 * The lines that somebody wrote themselves, without the mail that they answer, which stands below. Answers that stand
 * between quoted lines keep these lines around them. Takes time in proportion to the length.
 */
export const withoutQuotes = (lines: readonly string[]): readonly string[] => {
  const begins = beginning(lines);
  if (begins === undefined) return withoutTrailing(lines);
  const below = lines.slice(begins.at);
  return begins.marked && hasAnswers(below)
    ? withoutTrailing(lines)
    : withoutTrailing(lines.slice(0, begins.at));
};

export const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);

const isBlank = (line: string): boolean => line.trim() === "";

/** Whether own words stand below quoted ones. */
const hasAnswers = (lines: readonly string[]): boolean => {
  const quoted = lines.findIndex(isQuoted);
  return quoted >= 0 && lines.slice(quoted).some((line) => !isQuoted(line) && !isBlank(line));
};

/** Without the quoted and empty lines, and the rules, that end a text. */
const withoutTrailing = (lines: readonly string[]): readonly string[] => {
  const last = lines.findLastIndex(
    (line) => !isQuoted(line) && !isBlank(line) && !/^[_-]{5,}$/.test(line.trim()),
  );
  return lines.slice(0, last + 1);
};

const beginning = (lines: readonly string[]): Beginning | undefined => {
  for (const [at, line] of lines.entries()) {
    if (line.length > 300) continue;
    if (isDivider(line) || isHeaderBlock(lines, at)) return { at, marked: false };
    if (isAttribution(lines, at)) return { at, marked: true };
  }
  return undefined;
};

const divider =
  /^-{2,20} ?(original message|original appointment|oorspronkelijk bericht|ursprüngliche nachricht|mensaje original) ?-{0,20}$/i;

const isDivider = (line: string): boolean => divider.test(line.trim());

const sender = /^\*?(from|von|van|de)\s?:\*?\s/i;
const others = [
  /^\*?(sent|gesendet|verzonden|enviado( el)?|date|datum|fecha)\s?:/i,
  /^\*?(to|an|aan|para)\s?:/i,
  /^\*?(subject|betreff|onderwerp|asunto)\s?:/i,
];

/** Outlook writes who, when, to whom and about what, each on a line, and marks nothing below. */
const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
  if (!sender.test((lines[at] ?? "").trim())) return false;
  const next = lines.slice(at + 1, at + 7).map((line) => line.slice(0, 300).trim());
  return others.filter((each) => next.some((line) => each.test(line))).length >= 2;
};

const begins = /^\s*(on|am|op|el|le)\s/i;
const ends =
  /(wrote|schrieb|schreef|geschreven|escribió|schrieb (?:.{0,200})|schreef (?:.{0,200})|a écrit)\s*:$/i;

/**
 * "On … wrote:", over at most four lines. People write such sentences themselves, and what they say follows: so it must name
 * an address, or have quoted lines below it.
 */
const isAttribution = (lines: readonly string[], at: number): boolean => {
  if (!begins.test((lines[at] ?? "").slice(0, 20))) return false;
  for (let count = 1; count <= 4; count += 1) {
    const joined = lines
      .slice(at, at + count)
      .map((line) => line.slice(0, 300).trim())
      .join(" ");
    if (!/\d/.test(joined) || !ends.test(joined)) continue;
    const below = lines.slice(at + count, at + count + 4).find((line) => !isBlank(line));
    return below === undefined || isQuoted(below) || /[<(][^<>()\s]{1,64}@[^<>()\s]{1,255}[>)]/.test(joined);
  }
  return false;
};
