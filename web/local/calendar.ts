/** What a calendar program reads of an invitation. */
export interface Invitation {
  readonly method: string;
  readonly summary: string;
  readonly start: string;
  readonly end: string;
  readonly sequence: string;
  /** As it was sent. */
  readonly source: string;
}

/** Long lines are folded in a calendar file: one that begins with a blank goes on with the line before. */
const unfolded = (source: string): string[] => source.replaceAll(/\r?\n[ \t]/g, "").split(/\r?\n/);

/** `undefined` for what is no calendar file with a session in it. */
export const readInvitation = (base64: string): Invitation | undefined => {
  const source = new TextDecoder().decode(Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)));
  const lines = unfolded(source);
  const field = (name: string): string =>
    lines
      .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
      ?.replace(/^[^:]*:/, "") ?? "";
  const [start, end] = [instantOf(field("DTSTART")), instantOf(field("DTEND"))];
  if (start === undefined || end === undefined) return undefined;
  const summary = field("SUMMARY").replaceAll(/\\([,;\\])/g, "$1");
  return { method: field("METHOD"), summary, start, end, sequence: field("SEQUENCE") || "0", source };
};

/** `20261214T090000Z`: Kept writes UTC alone. */
const instantOf = (text: string): string | undefined => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
};
