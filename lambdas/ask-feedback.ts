// Every event of it sends a mail with a link, so what that takes is there from its start.
import "#adapters/link-keys.ts";
import "#adapters/mailer.ts";
import "#steps/letters/of-sessions.ts";
import { askFeedback } from "#steps/follow-outcome.ts";
import { errand, step } from "./shared/step.ts";

/** Asks whoever attended how it was: at most once, and nobody else. */
export const handler = step(errand, askFeedback);
