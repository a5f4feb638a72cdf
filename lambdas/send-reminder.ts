// Every event of it sends a mail with a link, so what that takes is there from its start.
import "#adapters/link-keys.ts";
import "#adapters/mailer.ts";
import "#steps/letters/of-sessions.ts";
import { deliver } from "#steps/deliver.ts";
import { errand, step } from "./shared/step.ts";

/** Keeps the promise of a reminder that its state names: at most once, and not before its moment. */
export const handler = step(errand, deliver);
