import { compileFunction } from "node:vm";
import { createCache } from "#core/cache.ts";
import { minute } from "#core/time.ts";
import { peer, textOfPeer } from "../peers.ts";
import {
  afterLast,
  type Busy,
  closes,
  datesOff,
  firstBookable,
  firstDate,
  holidays,
  lunchFrom,
  lunchTo,
  opens,
  sessionMinutes,
} from "./question.ts";

/*
 * The three functions of Cal.com's own that turn a schedule and busy times into slots, one after the other as its service
 * for availability calls them, without that service and its database.
 */

/** What is used of Day.js. */
interface Day {
  toISOString(): string;
}
interface DayJs {
  (at: number): Day;
  tz(text: string, zone: string): Day;
}

/** Wall times are those of a `Date` in UTC; an item with a date stands instead of the weekly hours, and one without length closes it. */
interface Availability {
  readonly days?: readonly number[];
  readonly date?: Date;
  readonly startTime: Date;
  readonly endTime: Date;
}
interface Range {
  readonly start: Day;
  readonly end: Day;
}
interface DateRanges {
  buildDateRanges(schedule: {
    availability: readonly Availability[];
    timeZone: string;
    dateFrom: Day;
    dateTo: Day;
    travelSchedules: readonly never[];
    outOfOffice: Readonly<Record<string, object>>;
  }): { readonly oooExcludedDateRanges: readonly Range[] };
  subtract(ranges: readonly Range[], busy: readonly Range[]): readonly Range[];
}
type GetSlots = (asked: {
  inviteeDate: Day;
  frequency: number;
  eventLength: number;
  minimumBookingNotice: number;
  dateRanges: readonly Range[];
}) => readonly { readonly time: Day }[];

const dist = "./node_modules/@calcom/platform-libraries/dist";

export const calCom = (): ((zone: string, busy: readonly Busy[]) => () => string[]) | undefined => {
  const load = peer("cal.com");
  if (load === undefined) return undefined;
  keepFormats();
  const dayjs = load<DayJs>("dayjs");
  const { buildDateRanges, subtract } = load<DateRanges>(`${dist}/date-ranges-Uz4z3i_9.cjs`);
  const getSlots = getSlotsOf(load);
  return (zone, busy) => () => {
    const [dateFrom, dateTo] = [dayjs.tz(firstDate, zone), dayjs.tz(afterLast, zone)];
    const { oooExcludedDateRanges } = buildDateRanges({
      availability,
      timeZone: zone,
      dateFrom,
      dateTo,
      travelSchedules: [],
      outOfOffice,
    });
    const taken = busy.map(({ start, end }) => ({ start: dayjs(start), end: dayjs(end) }));
    const dateRanges = subtract(oooExcludedDateRanges, taken);
    return getSlots({
      inviteeDate: dateFrom,
      frequency: 30,
      eventLength: sessionMinutes,
      minimumBookingNotice: noticeMinutes(),
      dateRanges,
    }).map(({ time }) => time.toISOString());
  };
};

const at = (wall: string): Date => new Date(`1970-01-01T${wall}:00Z`);
const weekdays = [1, 2, 3, 4, 5];
const availability: readonly Availability[] = [
  { days: weekdays, startTime: at(opens), endTime: at(lunchFrom) },
  { days: weekdays, startTime: at(lunchTo), endTime: at(closes) },
  ...Array.from(holidays, (date) => ({ date: new Date(date), startTime: at("00:00"), endTime: at("00:00") })),
];
const outOfOffice = Object.fromEntries(datesOff.map((date) => [date, {}]));

/** It counts from the clock of the machine, whatever that shows. */
const noticeMinutes = (): number => (firstBookable - performance.timeOrigin - performance.now()) / minute;

/**
 * The module exports the service around it alone. So its text is run with one export more; what it imports for its
 * database, mails and logs is not installed, and is not used here: one thing stands in for all of that.
 */
const getSlotsOf = (load: <Module>(module: string) => Module): GetSlots => {
  const exported: { getSlots?: GetSlots } = {};
  const required = (name: string): unknown => {
    if (name === "dayjs") return load(name);
    return /^\.\/(index|date-ranges)-/.test(name) ? load(`${dist}/${name}`) : absent;
  };
  const text = `${textOfPeer("cal.com", `${dist}/slots.cjs`)}\nexports.getSlots = getSlots;`;
  const run = compileFunction(text, ["exports", "require"]) as (
    exported: object,
    load: typeof required,
  ) => void;
  run(exported, required);
  if (exported.getSlots === undefined) throw new Error("Cal.com's slots.cjs has no getSlots");
  return exported.getSlots;
};

const absent: unknown = new Proxy(() => undefined, {
  get: () => absent,
  apply: () => absent,
});

/**
 * Cal.com patches its Day.js so that a zone's formatter is made once and kept; the one on the registry makes it anew for each
 * time, which would more than double what it takes here. The same is done for it from outside.
 */
const keepFormats = (): void => {
  const formats = createCache<Intl.DateTimeFormat>(10);
  const plain = Date.prototype.toLocaleString;
  Date.prototype.toLocaleString = function (
    this: Date,
    ...asked: Parameters<Date["toLocaleString"]>
  ): string {
    const [language, { timeZone } = {}] = asked;
    if (language !== "en-US" || timeZone === undefined) return plain.apply(this, asked);
    return formats(timeZone, () => new Intl.DateTimeFormat(language, { ...numeric, timeZone })).format(this);
  };
};

const numeric = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;
