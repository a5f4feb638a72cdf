import { end } from "#steps/end-appointment.ts";
import { errand, step } from "./shared/step.ts";

/** Notes that the session's time is over. */
export const handler = step(errand, end);
