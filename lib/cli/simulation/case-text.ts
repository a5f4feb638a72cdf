import type { MilestoneEnd } from "./case-ledger.ts";
import type { PlayedCase } from "./play-case.ts";
import { linesOf, momentIn, type Say } from "./played-text.ts";

/** The story of a case for a reader: what happened, then the ledger of its promises. Times are the company's. */
export const playedCaseText = (played: PlayedCase): string => {
  const { story, about, number, timeZone, timeline, milestones, messages, problems } = played;
  const say = momentIn(timeZone);
  return `${[
    story,
    about,
    "",
    ...linesOf(timeline, say),
    "",
    `  Promises of ${number}`,
    ...milestones.map((each) => `  ${endTold(each, say)}`),
    "",
    `  Messages: ${Object.entries(messages)
      .map(([state, count]) => `${count} ${state}`)
      .join(", ")}`,
    ...problems.map((problem) => `  ! ${problem}`),
  ].join("\n")}\n`;
};

const endTold = ({ state, name, kind, due, at, reason }: MilestoneEnd, say: Say): string =>
  [
    `${state.padEnd(9)}${kind.padEnd(11)}${name}`,
    ...(due === undefined ? [] : [`due ${say(due)}`]),
    ...(at === undefined || state === "void" ? [] : [`done ${say(at)}`]),
    ...(reason === undefined ? [] : [`(${reason})`]),
  ].join("; ");
