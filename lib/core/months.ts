import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { addMonths } from "temporal-polyfill/fns/ZonedDateTime";
import { epoch, fromEpoch, type Instant } from "./time.ts";

/** Calendar months, which have no length of their own: 31 August and six months is the last of February. */
export type Months = number;

const written = /^P(\d{1,3})M$/;

/** Reads `P12M`; `undefined` for anything else, and for no months at all. */
export const parseMonths = (text: string): Months | undefined => {
  const count = Number(written.exec(text)?.[1] ?? 0);
  return count > 0 ? count : undefined;
};

/** @throws RangeError when `text` is no number of months: for policies that were already checked. */
export const months = (text: string): Months => {
  const parsed = parseMonths(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a number of months such as P12M`);
  return parsed;
};

/**
 * The same time of day on the same day of a later month, in that zone; on the month's last day where it has no such day.
 * @throws RangeError when `timeZone` is no IANA time zone.
 */
export const plusMonths = (from: Instant, count: Months, timeZone: string): Instant =>
  fromEpoch(
    addMonths(toZonedDateTimeISO(fromEpochMilliseconds(epoch(from)), timeZone), count).epochMilliseconds,
  );
