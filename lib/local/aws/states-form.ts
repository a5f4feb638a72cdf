import { epoch, instant, second } from "#core/time.ts";
import type { HistoryEvent } from "#local/states/history.ts";
import { isRecord } from "../template/template.ts";

const moments = new Set(["startDate", "stopDate", "creationDate", "updateDate", "timestamp"]);

/** JSON 1.0 writes moments as seconds since 1970, with a fraction; ours are texts under the same names. */
export const inSeconds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inSeconds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      moments.has(key) && typeof each === "string" ? epoch(instant(each)) / second : inSeconds(each),
    ]),
  );
};

const dataFields = new Set(["input", "output", "parameters", "inputDetails", "outputDetails"]);

/** An event keeps its names and times, and loses what was passed. */
export const withoutData = (event: HistoryEvent): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<unknown>({ ...event }).map(([key, value]) => [
      key,
      isRecord(value) ? stripped(value) : value,
    ]),
  );

const stripped = (details: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).filter(([key]) => !dataFields.has(key)));
