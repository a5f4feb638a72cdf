import { consequence, noShowRule, windowEnd } from "#core/customer/consequence.ts";
import type { Counted } from "#core/customer/counted.ts";
import { momentIn } from "#core/message/moment.ts";
import { plusMonths } from "#core/months.ts";
import { day, type Instant, plus } from "#core/time.ts";
import type { Policy } from "../shape.ts";
import type { ExampleDates, ExampleLine } from "./example.ts";
import type { Wording } from "./wording.ts";

export interface LadderExample {
  readonly title: string;
  readonly lines: readonly ExampleLine[];
}

/** Far enough apart to be two stories, and within any window that is worth having. */
const monthsBetween = 2;

/**
 * Two missed sessions on real dates, and what they come to: the same functions answer that a booking asks.
 * @returns `undefined` where nothing follows from a no-show.
 */
export const workLadder = (
  policy: Policy,
  { start }: ExampleDates,
  wording: Wording,
): LadderExample | undefined => {
  const rule = noShowRule(policy);
  if (rule === undefined) return undefined;
  const { texts, say } = wording;
  const second = plusMonths(start, monthsBetween, policy.timeZone);
  const facts: Counted = { noShows: { first: missed(start), second: missed(second) } };
  const held = consequence({ ...rule, applies: "by-itself" }, facts, plus(second, day));
  const known = [
    { at: start, text: texts.ladder.first },
    { at: second, text: held === undefined ? texts.ladder.nothing : texts.ladder.second },
    ...(held?.kind === "fee"
      ? [{ at: second, text: say(texts.ladder.fee, { amount: held.amount, currency: held.currency }) }]
      : []),
    ...(held?.kind === "not-before" ? [{ at: held.date, text: texts.ladder.date }] : []),
    { at: windowEnd(rule, { at: second }), text: texts.ladder.window },
  ];
  const lines = known
    .toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1))
    .map((line) => ({ ...line, moment: momentOf(wording, line.at, policy.timeZone) }));
  return { title: texts.ladder.title, lines };
};

/** By somebody whose address is known to be theirs. */
const missed = (at: Instant) => ({ missed: { cause: "no-show", at, recordedAt: at }, provenAt: at }) as const;

/** With its year: the story goes on for more than one. */
const momentOf = ({ language }: Wording, at: Instant, timeZone: string): string => {
  const { date, time } = momentIn(language, at, timeZone);
  return `${date}, ${time}`;
};
