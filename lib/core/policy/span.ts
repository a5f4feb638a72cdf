import * as z from "zod";
import { exact } from "./fields.ts";

const count = z.int().min(0).max(400);

/** How long something may take; `lib/core/case/deadline.ts` says how each is counted. */
export const span = z.union(
  [
    z.strictObject({ workingDays: count }),
    z.strictObject({ days: count }),
    z.strictObject({ hours: exact }),
    z.strictObject({ workingHours: exact }),
  ],
  {
    error:
      'write one of { "workingDays": 7 }, { "days": 14 }, { "hours": "PT24H" }, { "workingHours": "PT8H" }',
  },
);

/** How early something is said: in whole working days it waits for the company to open. */
export const lead = z.union([z.strictObject({ workingDays: count }), z.strictObject({ hours: exact })]);
