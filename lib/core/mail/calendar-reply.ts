/** What a calendar program says in the name of whoever was invited. */
export interface CalendarReply {
  readonly uid: string;
  readonly answer: "accepted" | "declined" | "tentative";
}

/**
 * Reads an answer to an invitation (RFC 5546, `METHOD:REPLY`); `undefined` for any other calendar. Of several attendees
 * the first counts: a reply has one.
 */
export const calendarReply = (calendar: string | undefined): CalendarReply | undefined => {
  const lines = unfolded(calendar ?? "");
  if (valueOf(lines, "METHOD")?.toUpperCase() !== "REPLY") return undefined;
  const uid = valueOf(lines, "UID");
  const answer = answers[parameterOf(lines.find((line) => nameOf(line) === "ATTENDEE") ?? "", "PARTSTAT")];
  return uid === undefined || answer === undefined ? undefined : { uid, answer };
};

const answers: Readonly<Record<string, CalendarReply["answer"]>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
};

/** A line that begins with a blank goes on with the one before it (RFC 5545). */
const unfolded = (calendar: string): string[] =>
  calendar.slice(0, 64_000).replaceAll("\r\n", "\n").replaceAll("\n ", "").replaceAll("\n\t", "").split("\n");

const nameOf = (line: string): string => line.slice(0, 20).split(/[;:]/)[0]?.toUpperCase() ?? "";

const valueOf = (lines: readonly string[], name: string): string | undefined => {
  const line = lines.find((each) => nameOf(each) === name);
  const value = line?.slice(line.indexOf(":") + 1).trim();
  return value === "" ? undefined : value?.slice(0, 500);
};

const parameterOf = (line: string, name: string): string => {
  const given = outsideQuotes(line)
    .split(";")
    .find((each) => each.toUpperCase().startsWith(`${name}=`));
  return (
    (given ?? "")
      .slice(name.length + 1)
      .split(":")[0]
      ?.toUpperCase() ?? ""
  );
};

/** A name in quotes may hold anything: `CN="Piet;PARTSTAT=ACCEPTED"`. */
const outsideQuotes = (line: string): string =>
  line
    .split('"')
    .filter((_, position) => position % 2 === 0)
    .join("");
