/**
 * What is read at all: beyond it a mail is kept unread, for a person. Each figure is ours; with all of them the worst mail
 * that we could make took 4 seconds and 400 MB where a Lambda has 10 and 512.
 */
export const limits = {
  /** SES takes no larger ones. */
  bytes: 40 * 1024 * 1024,
  /** Those of a mail with 40 MB of files are about half a million. */
  lines: 1_500_000,
  /** Lines that may divide two parts. */
  dividers: 20_000,
  headerBytes: 256 * 1024,
  nesting: 50,
  /** Mails within mails, deeper than which they are files. */
  mailsWithin: 3,
  /** Characters of a body that are looked at: a letter has some thousands. */
  text: 1_000_000,
} as const;

const [newLine, dash] = [10, 45];

/** Why a mail is not even tried, in one stable word. One pass over its bytes. */
export const beyondLimits = (raw: Uint8Array): string | undefined => {
  if (raw.length === 0) return "empty";
  if (raw.length > limits.bytes) return "too-large";
  let [lines, dividers] = [0, 0];
  for (let at = 0; at >= 0 && at < raw.length; at = next(raw, at)) {
    lines += 1;
    if (raw[at] === dash && raw[at + 1] === dash) dividers += 1;
    if (lines > limits.lines) return "too-many-lines";
    if (dividers > limits.dividers) return "too-many-parts";
  }
  return undefined;
};

const next = (raw: Uint8Array, at: number): number => {
  const end = raw.indexOf(newLine, at);
  return end < 0 ? -1 : end + 1;
};
