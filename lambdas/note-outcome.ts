import { closeAttendance } from "#steps/close-attendance.ts";
import { errand, step } from "./shared/step.ts";

/** A session that nobody said anything about closes as not recorded; of any other the outcome stands already. */
export const handler = step(errand, closeAttendance);
