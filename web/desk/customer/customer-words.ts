import { type ClockFace, said, whoIs } from "../words.ts";
import { decides } from "./customer-acts.ts";
import type { Customer, Fee, Incident, Me, Strike } from "./customer-answers.ts";

/** What stands in the way of a next session, each in a sentence; one sentence where nothing does. */
export const standingOf = (
  { restricted, consequence }: Pick<Customer, "restricted" | "consequence">,
  face: ClockFace,
): readonly string[] => {
  const held = [
    restricted &&
      (restricted.until === undefined
        ? "By what was judged of their conduct they can book and move no session; cancelling stays possible."
        : `By what was judged of their conduct they can book and move no session before ${face.moment(restricted.until)}; cancelling stays possible.`),
    consequence?.kind === "not-before" &&
      `After repeated no-shows no session of theirs can start before ${face.moment(consequence.date)}.`,
    consequence?.kind === "fee" &&
      `After repeated no-shows their next session costs ${consequence.currency} ${consequence.amount}.`,
  ].filter((each) => typeof each === "string");
  return held.length > 0 ? held : ["Nothing stands in the way of a next session."];
};

const brought = {
  applies: "It is a repeated one, and its consequence applies.",
  "awaits-word": "It is a repeated one: its consequence waits for a manager's word.",
  dropped: "It is a repeated one, and its consequence was dropped.",
  answered: "It is a repeated one, and a fee that was accepted answers for it.",
} as const;

/** Whether a strike counts, why, and what it brings: each in a line. */
export const strikeLines = (strike: Strike, face: ClockFace): readonly string[] => {
  const { waived, brings, word } = strike;
  return [
    whetherItCounts(strike),
    ...(waived === undefined ? [] : [`Waived by ${by(waived, face)}`]),
    ...(brings === undefined ? [] : [brought[brings]]),
    ...(word === undefined
      ? []
      : [`Its consequence ${word.applies ? "applies" : "is dropped"}: said by ${by(word, face)}`]),
  ];
};

const whetherItCounts = ({ counts, waived, cause }: Strike): string => {
  if (counts) return "It counts.";
  if (waived !== undefined) return "It counts no more.";
  return cause === "interrupted"
    ? "It does not count: the policy does not count it, or nobody had proven by then that the address is theirs."
    : "It does not count: nobody had proven by then that the address is theirs.";
};

const by = (
  { by: who, at, reason }: { readonly by: string; readonly at: string; readonly reason?: string },
  face: ClockFace,
): string => `${whoIs(who)}, ${face.moment(at)}${reason === undefined ? "" : `: ${reason}`}`;

const fees: Readonly<Record<Fee["state"], string>> = {
  owed: "Owed",
  paid: "Paid",
  waived: "Waived",
  void: "No longer owed",
};

export const feeLine = ({ state, acceptedAt }: Fee, face: ClockFace): string =>
  `${fees[state]}; accepted ${face.moment(acceptedAt)}`;

const verdicts: Readonly<Record<string, string>> = {
  none: "nothing follows",
  warning: "a warning",
  restriction: "no sessions",
  permanent: "no sessions, for good",
  "licence-ended": "the licence of the account ended",
};

/** How an incident was judged; or who may, where the person at the desk may not. */
export const judgementLines = (
  { judgement, reportedBy }: Incident,
  me: Me,
  face: ClockFace,
): readonly string[] => {
  if (judgement === undefined) {
    const waits = "It waits for a judgement, and takes nothing before.";
    if (!decides(me)) return [waits, "A manager judges it."];
    return reportedBy === me.name ? [waits, "You reported it: another manager judges it."] : [waits];
  }
  const { outcome, until, by: who, at, reason } = judgement;
  const length = until === undefined ? "" : ` before ${face.moment(until)}`;
  return [
    `Judged by ${who}, ${face.moment(at)}: ${verdicts[outcome] ?? said(outcome)}${length}`,
    `Because: ${reason}`,
  ];
};
