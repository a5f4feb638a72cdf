// Every event of it sends a mail with a link, so what that takes is there from its start.
import "#adapters/calendar-file.ts";
import "#adapters/link-keys.ts";
import "#adapters/mailer.ts";
import "#steps/letters/of-sessions.ts";
import { begin } from "#steps/begin.ts";
import { errand, step } from "./shared/step.ts";

/** Keeps the promise of a confirmation that its state names, at most once, and what else the booking or the change owes. */
export const handler = step(errand, begin);
