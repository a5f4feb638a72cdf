/** The beginning of a mail, up to its empty line, and what came with it of the rest. */
export interface Head {
  readonly head: Buffer;
  readonly rest: Buffer;
}

/** A head that goes on for longer is no mail that anybody sends: its verdicts are not looked for beyond this. */
const mostHeadBytes = 256 * 1024;

/** Splits what has come so far; `undefined` while the empty line is still to come. */
export const splitHead = (soFar: Buffer): Head | undefined => {
  const ends = ["\r\n\r\n", "\n\n"].map((end) => soFar.indexOf(end)).filter((at) => at >= 0);
  if (ends.length > 0) return cut(soFar, Math.min(...ends));
  return soFar.length > mostHeadBytes ? cut(soFar, soFar.length) : undefined;
};

const cut = (whole: Buffer, at: number): Head => ({ head: whole.subarray(0, at), rest: whole.subarray(at) });

const field = /^x-local-verdicts:[^\r\n]*(\r?\n[ \t][^\r\n]*)*(\r?\n|$)/gim;

/** Takes the header off that says which verdicts to play, and returns what it said. */
export const takeVerdicts = (head: Buffer): { readonly head: Buffer; readonly said: string } => {
  const text = head.toString("latin1");
  const said = [...text.matchAll(field)].map(([found]) => found.replace(/^[^:]*:/, "")).join(" ");
  if (said === "") return { head, said };
  // Where it was the last field, the line end before it would become a line of the text.
  return { head: Buffer.from(text.replaceAll(field, "").replace(/\r?\n$/, ""), "latin1"), said };
};
