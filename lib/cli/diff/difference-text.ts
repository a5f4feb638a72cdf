import { momentIn } from "#core/message/moment.ts";
import {
  type DifferentDate,
  isSame,
  type PolicyDifference,
  type PromiseDifference,
} from "#core/policy/difference/compare.ts";
import type { Difference } from "#core/policy/difference/leaves.ts";
import { day, hour, type Instant, minute, until } from "#core/time.ts";

interface Names {
  readonly old: string;
  readonly next: string;
}

/** The differences in words, each promise with what it means for the first session or case that it matters for. */
export const differenceText = (found: PolicyDifference, { old, next }: Names, timeZone: string): string => {
  if (isSame(found)) return `${old} and ${next} promise the same, and no setting differs.\n`;
  const { promises, settings } = found;
  const lines = [
    `${old} → ${next}: ${counted(promises.length, "promise")} and ${counted(settings.length, "other setting")} differ.`,
    ...sections(promises, timeZone),
    ...(settings.length === 0 ? [] : ["", "Other settings", ...settings.map((each) => `  ${setting(each)}`)]),
    "",
    ...meaning,
  ];
  return `${lines.join("\n")}\n`;
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const meaning = [
  "What was booked or registered before keeps what it was promised. What is booked or registered",
  "from then on is promised the new; so is an appointment that is changed afterwards.",
];

const titles = {
  appointment: "Appointments",
  complaint: "Complaints",
  incident: "Incidents",
  inquiry: "Inquiries",
} as const satisfies Record<PromiseDifference["about"], string>;

const sections = (promises: readonly PromiseDifference[], timeZone: string): string[] =>
  [...Map.groupBy(promises, ({ about }) => about)].flatMap(([about, those]) => [
    "",
    titles[about],
    ...those.flatMap((each) => promiseLines(each, timeZone)),
  ]);

const promiseLines = (difference: PromiseDifference, timeZone: string): string[] => [
  `  ${headline(difference)}`,
  ...difference.terms.map((each) => `      ${setting(each)}`),
  ...(difference.example === undefined
    ? []
    : [`      ${exampleLine(difference.about, difference.example, timeZone)}`]),
];

const headline = ({ change, before = "", after = "" }: PromiseDifference): string => {
  switch (change) {
    case "added":
      return `+ ${after} (new)`;
    case "removed":
      return `- ${before} (promised no more)`;
    case "moved":
      return `~ ${after}: says the same, and falls on other dates`;
    case "changed":
      return before === after ? `~ ${after}` : `~ ${after} (was: ${before})`;
  }
};

const exampleLine = (
  about: PromiseDifference["about"],
  { at, before, after }: DifferentDate,
  timeZone: string,
): string => {
  const say = (instant: Instant): string => {
    const { date, time } = momentIn("en", instant, timeZone);
    return `${date}, ${time}`;
  };
  const what = about === "appointment" ? `A session on ${say(at)}` : `One received on ${say(at)}`;
  if (after === undefined) return `${what} was promised it by ${say(before ?? at)}; that falls away.`;
  if (before === undefined) return `${what} is promised it by ${say(after)}.`;
  const by = until(before, after);
  return `${what}: ${say(after)} instead of ${say(before)}, ${length(Math.abs(by))} ${by < 0 ? "earlier" : "later"}.`;
};

const length = (between: number): string => {
  const [unit, name] = units.find(([each]) => between % each === 0) ?? units[2];
  return counted(Math.round(between / unit), name);
};

const units = [
  [day, "day"],
  [hour, "hour"],
  [minute, "minute"],
] as const;

const setting = ({ place, before, after }: Difference): string => {
  if (before === undefined) return `${place}: ${written(after)} (new)`;
  return after === undefined
    ? `${place}: no more (was ${written(before)})`
    : `${place}: ${written(before)} → ${written(after)}`;
};

/** Long enough to know it by; `--json` has it whole. */
const longest = 100;

const written = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};
