type Options = Intl.DateTimeFormatOptions;

const time: Options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const whole: Options = { weekday: "long", day: "numeric", month: "long", year: "numeric", ...time };
const brief: Options = { weekday: "short", day: "numeric", month: "short", ...time };

/** Put together here: browsers differ in the commas. */
const written = (instant: string, options: Options): string => {
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? "";
  const day = [part("weekday"), part("day"), part("month"), part("year")].filter(Boolean).join(" ");
  return `${day}, ${part("hour")}:${part("minute")}`;
};

/** Of whoever looks; the world itself counts in UTC. */
export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Tuesday 1 December 2026, 09:00`, in the zone of whoever looks. */
export const wholeMoment = (instant: string): string => written(instant, whole);

/** `Tue 1 Dec, 09:00`, in the zone of whoever looks. */
export const briefMoment = (instant: string): string => written(instant, brief);
