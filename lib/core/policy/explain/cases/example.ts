import { caseCalendar } from "#core/case/calendar-of.ts";
import { dated } from "#core/case/milestone.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import { momentIn } from "#core/message/moment.ts";
import type { Instant } from "#core/time.ts";
import type { CaseKindPolicy, MilestonePolicy } from "../../cases.ts";
import type { HolidayTables } from "../../holiday-table.ts";
import type { Policy } from "../../shape.ts";
import type { ExampleLine } from "../example.ts";
import { promiseOf } from "./milestone-rules.ts";
import type { CaseWording } from "./wording.ts";

/** A case on a real date, from the company's own region. */
export interface ReceivedCase {
  readonly at: Instant;
  readonly tables: HolidayTables;
}

export interface CaseExample {
  readonly receivedAt: Instant;
  readonly title: string;
  readonly lines: readonly ExampleLine[];
  /** Milestones that have no date before somebody names it. */
  readonly undated: readonly string[];
}

type Line = Omit<ExampleLine, "moment">;

/** Every moment comes from the functions that fix the promises of a case; each step is done at its last moment. */
export const caseExample = (
  policy: Policy,
  kind: CaseKindPolicy,
  { at, tables }: ReceivedCase,
  wording: CaseWording,
): CaseExample => {
  const { language, texts, say } = wording;
  const { calendar } = caseCalendar(policy, tables, undefined);
  const lines: Line[] = [{ at, text: texts.received }];
  const dues = new Map<string, Instant>();
  const undated: string[] = [];
  for (const milestone of kind.milestones) {
    const promise = promiseOf(kind, milestone, wording);
    const from = startOf(milestone, at, dues);
    if (from === undefined) undated.push(say(texts.byPlan, { promise }));
    else lines.push(...linesOf(milestone, { from, promise, calendar }, dues, wording));
  }
  const { date, time, zone } = momentIn(language, at, policy.timeZone);
  const moment = (when: Instant): string => {
    const said = momentIn(language, when, policy.timeZone);
    return `${said.date}, ${said.time}`;
  };
  return {
    receivedAt: at,
    title: say(texts.example, { date, time, zone }),
    lines: lines
      .toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1))
      .map((line) => ({ ...line, moment: moment(line.at) })),
    undated,
  };
};

const startOf = (
  { due }: MilestonePolicy,
  at: Instant,
  dues: ReadonlyMap<string, Instant>,
): Instant | undefined => {
  if (due === "plan") return undefined;
  return typeof due.from === "string" ? at : dues.get(due.from.milestone);
};

interface Counted {
  readonly from: Instant;
  readonly promise: string;
  readonly calendar: WorkCalendar;
}

const linesOf = (
  milestone: MilestonePolicy,
  { from, promise, calendar }: Counted,
  dues: Map<string, Instant>,
  { texts, say, receiver }: CaseWording,
): Line[] => {
  const made = dated(milestone, from, calendar);
  if (made.state !== "open") return [];
  const { id } = milestone;
  dues.set(id, made.due);
  const warning =
    made.warnAt === undefined || made.warnAt <= from
      ? []
      : [{ at: made.warnAt, text: say(texts.warning, { promise }) }];
  return [
    ...warning,
    { at: made.due, text: say(texts.due, { promise }), promise: id },
    ...made.escalations.map(({ at, to }) => ({
      at,
      text: say(texts.alert, { promise, receiver: receiver(to) }),
    })),
  ];
};
