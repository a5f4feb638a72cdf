import { deliver } from "#steps/deliver.ts";
import { errand, step } from "./shared/step.ts";

/** Keeps the promise of a reminder that its state names: at most once, and not before its moment. */
export const handler = step(errand, deliver);
