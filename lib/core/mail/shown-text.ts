import { isQuoted, withoutQuotes } from "./quote.ts";
import { withoutSignature } from "./signature.ts";

/** Who forwards a mail wants it read. */
const forwards = /^\s*(fwd?|wg|rv|doorst|tr|i)\s?:/i;

/**
 * What somebody wrote in a mail, as staff read it: without the mail that it answers and without the signature. Where that
 * leaves nothing, and where it was forwarded, the whole. Takes time in proportion to the length.
 */
export const shownText = (text: string, subject = ""): string => {
  const lines = text.split("\n");
  const own = forwards.test(subject) ? lines : withoutQuotes(lines);
  return [withoutSignature(own), own].map(joined).find((each) => each !== "") ?? text.trim();
};

const joined = (lines: readonly string[]): string => lines.join("\n").trim();

/** Only what the writer's program does not mark as somebody else's words. */
export const ownLines = (text: string): string[] => text.split("\n").filter((line) => !isQuoted(line));
