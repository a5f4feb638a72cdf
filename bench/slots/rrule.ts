import { DateTime } from "luxon";
import { peer } from "../peers.ts";
import { afterLast, datesOff, firstDate, holidays } from "./question.ts";

/** What is used of rrule. */
interface Rules {
  rrule(rule: Rule): void;
  exdate(date: Date): void;
  all(): Date[];
}
type Rule = object;
interface RRuleModule {
  readonly RRule: {
    new (options: object): Rule;
    readonly DAILY: number;
    readonly MO: object;
    readonly TU: object;
    readonly WE: object;
    readonly TH: object;
    readonly FR: object;
  };
  readonly RRuleSet: new () => Rules;
}

/** Half hours at which a session can begin, by the hours of the wall: lunch lies between them. */
const halfHours = [
  { byhour: [9, 10, 11], byminute: [0, 30] },
  { byhour: [12], byminute: [30] },
  { byhour: [13, 14, 15, 16], byminute: [0, 30] },
];

/**
 * One rule for each part of the working day, and an exception for each start on a date that is closed. It knows of no time that
 * is taken. Its dates show the wall in UTC, and luxon takes them to the host's zone, as its pages say; its own `tzid` gives the
 * same slots in several times the time.
 */
export const rrule = (): ((zone: string) => () => string[]) | undefined => {
  const load = peer("rrule");
  if (load === undefined) return undefined;
  const { RRule, RRuleSet } = load<RRuleModule>("rrule");
  const rule = {
    freq: RRule.DAILY,
    byweekday: [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR],
    bysecond: [0],
    dtstart: new Date(firstDate),
    until: new Date(afterLast),
  };
  return (zone) => () => {
    const rules = new RRuleSet();
    for (const half of halfHours) rules.rrule(new RRule({ ...rule, ...half }));
    for (const start of closedStarts) rules.exdate(start);
    return rules.all().map((wall) => instantOf(wall, zone));
  };
};

const instantOf = (wall: Date, zone: string): string =>
  DateTime.fromJSDate(wall, { zone: "utc" }).setZone(zone, { keepLocalTime: true }).toUTC().toISO() ?? "";

const closedStarts = [...holidays, ...datesOff].flatMap((date) =>
  halfHours.flatMap(({ byhour, byminute }) =>
    byhour.flatMap((hour) =>
      byminute.map((minute) => new Date(Date.parse(date) + (hour * 60 + minute) * 60_000)),
    ),
  ),
);
