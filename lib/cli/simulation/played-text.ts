import { epoch, type Instant } from "#core/time.ts";
import type { Played } from "./play.ts";
import type { PromiseEnd } from "./promises.ts";
import type { Happening } from "./timeline.ts";

/** A story for a reader: what happened, line by line, and what became of each promise. Times are the company's. */
export const playedText = ({ story, about, timeZone, timeline, promises, errors }: Played): string => {
  const say = momentIn(timeZone);
  const ends = promises.map((promise) => `  ${endTold(promise, say)}`);
  const wrong = errors.map((error) => `  ! ${error}`);
  return `${[story, about, "", ...linesOf(timeline, say), "", "  Promises", ...ends, ...wrong].join("\n")}\n`;
};

/** What happened, the moment only where it is another than in the line before. */
export const linesOf = (timeline: readonly Happening[], say: Say): string[] => {
  let last = "";
  return timeline.map((happening) => {
    const moment = say(happening.at);
    const shown = moment === last ? "" : moment;
    last = moment;
    return `  ${shown.padEnd(momentWidth)}${told(happening, say)}`;
  });
};

const momentWidth = "Thu 10 Dec 2026, 10:00".length + 2;
const whoWidth = "staff:planner".length + 2;

export type Say = (at: Instant) => string;

export const momentIn = (timeZone: string): Say => {
  const parts = { day: "numeric", month: "short", year: "numeric", weekday: "short" } as const;
  const date = new Intl.DateTimeFormat("en-GB", { timeZone, ...parts });
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return (at) => `${date.format(epoch(at)).replace(",", "")}, ${time.format(epoch(at))}`;
};

const told = (happening: Happening, say: Say): string => {
  switch (happening.what) {
    case "change":
      return `${happening.actor.padEnd(whoWidth)}${changeTold(happening, say)}`;
    case "state":
      return `${"state".padEnd(whoWidth)}${happening.state}`;
    case "stopped":
      return `${"stopped".padEnd(whoWidth)}${happening.execution}: ${happening.cause}`;
    case "mail":
      return `${"mail".padEnd(whoWidth)}to ${readerTold(happening.to)}: ${happening.subject}`;
    case "sms":
      return `${"sms".padEnd(whoWidth)}to the customer: ${happening.text}`;
    case "promised":
      return `${"promise".padEnd(whoWidth)}${promisedTold(happening, say)}`;
    case "milestone":
      return `${"promise".padEnd(whoWidth)}${happening.state}: ${happening.milestone}`;
  }
};

/** People by what they are; a team by its name. */
const readerTold = (to: string): string => (to === "customer" || to === "host" ? `the ${to}` : to);

const promisedTold = (
  { milestone, due, why, instead }: Extract<Happening, { what: "promised" }>,
  say: Say,
): string => `${milestone}: ${say(due)}${instead === undefined ? "" : ` instead of ${say(instead)}`}. ${why}`;

const changeTold = (change: Extract<Happening, { what: "change" }>, say: Say): string =>
  [
    change.action,
    ...(change.session === undefined || change.action === "cancelled"
      ? []
      : [`for ${say(change.session.start)} with ${change.session.host}`]),
    ...(change.notice === undefined ? [] : [`notice: ${change.notice}`]),
    ...(change.reason === undefined ? [] : [`“${change.reason}”`]),
  ].join("; ");

const endTold = ({ version, promise, kind, state, at, due, reason }: PromiseEnd, say: Say): string => {
  const when = state === "kept" || state === "late" ? `sent ${say(at ?? due)}` : `due ${say(due)}`;
  const why = reason === undefined ? "" : ` (${reason})`;
  // The first message of a later version says that it was changed, and keeps the promise of a confirmation.
  const name = kind === "reminder" ? promise : kind;
  return `v${version}  ${state.padEnd(9)}${name.padEnd(21)}${when}${why}`;
};
