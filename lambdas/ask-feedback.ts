import { askFeedback } from "#steps/follow-outcome.ts";
import { errand, step } from "./shared/step.ts";

/** Asks whoever attended how it was: at most once, and nobody else. */
export const handler = step(errand, askFeedback);
