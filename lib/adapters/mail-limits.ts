/**
 * What is read at all: beyond it a mail is kept unread, for a person. Each figure is ours; with all of them together the
 * worst mails that we could make stay within a Lambda's 512 MB and 10 seconds.
 */
export const limits = {
  /** SES takes no larger ones. */
  bytes: 40 * 1024 * 1024,
  /** Those of a mail with 40 MB of files are half a million. */
  lines: 600_000,
  /** Lines that may divide two parts. */
  dividers: 20_000,
  /** Each ends a unit of base64, and costs a kilobyte until it is joined with others; a file has two. */
  paddings: 100_000,
  headerBytes: 256 * 1024,
  nesting: 50,
  /** Characters of a body that are looked at: a letter has some thousands. */
  text: 1_000_000,
} as const;

const [newLine, dash, equals] = [10, 45, 61];

interface Counted {
  lines: number;
  dividers: number;
  paddings: number;
  base64: boolean;
}

/** Why a mail is not even tried, in one stable word. One pass over its bytes. */
export const beyondLimits = (raw: Uint8Array): string | undefined => {
  if (raw.length === 0) return "empty";
  if (raw.length > limits.bytes) return "too-large";
  const counted: Counted = { lines: 0, dividers: 0, paddings: 0, base64: false };
  let at = 0;
  while (at < raw.length) {
    const found = raw.indexOf(newLine, at);
    const end = found < 0 ? raw.length : found;
    count(raw, at, end, counted);
    const beyond = beyondCounts(counted);
    if (beyond !== undefined) return beyond;
    at = end + 1;
  }
  return undefined;
};

const beyondCounts = ({ lines, dividers, paddings }: Counted): string | undefined => {
  if (lines > limits.lines) return "too-many-lines";
  if (dividers > limits.dividers) return "too-many-parts";
  return paddings > limits.paddings ? "broken-encoding" : undefined;
};

const count = (raw: Uint8Array, at: number, end: number, counted: Counted): void => {
  counted.lines += 1;
  if (raw[at] === dash && raw[at + 1] === dash) counted.dividers += 1;
  counted.base64 ||= saysEncoding(raw, at, end);
  if (!counted.base64) return;
  for (let mark = at; mark < end; mark += 1) if (raw[mark] === equals) counted.paddings += 1;
};

const fieldName = "content-transfer-encoding";
/** Whole, and not going on: the library takes for base64 whatever has that word in it, also in a line that follows. */
const otherEncoding = /^\s*:\s*"?(7bit|8bit|binary|quoted-printable)"?\s*$/i;

/** Whether a line may begin a part in base64. Once one did, nothing that follows can take it back: it may be a body's. */
const saysEncoding = (raw: Uint8Array, at: number, end: number): boolean => {
  if (raw[at] !== 67 && raw[at] !== 99) return false;
  const line = Buffer.from(raw.subarray(at, Math.min(end, at + 200))).toString("latin1");
  const goesOn = raw[end + 1] === 32 || raw[end + 1] === 9;
  if (line.slice(0, fieldName.length).toLowerCase() !== fieldName) return false;
  return goesOn || !otherEncoding.test(line.slice(fieldName.length));
};
