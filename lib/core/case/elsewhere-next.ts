import { type Instant, minute, plus } from "#core/time.ts";
import type { Elsewhere, Telling, TellingKind } from "./elsewhere.ts";
import { type Picture, samePicture } from "./elsewhere-picture.ts";

/**
 * The next step towards what the case looks like, as people over there would take it: registered first, answered before it
 * is closed, reopened before anything else of it is told. After an absence what lies between is told once.
 */
export const nextTelling = (
  { told, seq }: Pick<Elsewhere, "told" | "seq">,
  wanted: Picture,
  caseRev: number,
): Telling | undefined => {
  const step = nextStep(told?.picture, wanted);
  return step && { ...step, seq: seq + 1, caseRev, last: samePicture(step.picture, wanted) };
};

interface Step {
  readonly what: TellingKind;
  readonly picture: Picture;
}

const nextStep = (told: Picture | undefined, wanted: Picture): Step | undefined => {
  if (told === undefined) return { what: "register", picture: { ...wanted, standing: "registered" } };
  if (samePicture(told, wanted)) return undefined;
  if (told.standing === "closed" && wanted.standing !== "closed") return { what: "reopen", picture: wanted };
  if (wanted.standing !== "closed" || told.standing === "closed") return { what: "update", picture: wanted };
  const answered: Picture = { ...wanted, standing: "answered" };
  return samePicture(told, answered)
    ? { what: "close", picture: wanted }
    : { what: "update", picture: answered };
};

const firstPause = 5 * minute;
const longestPause = 60 * minute;
const longestAsked = 24 * longestPause;

/**
 * When to try again: after 5, 10, 20, 40 and then every 60 minutes, and up to a fifth later, by the case's number, so that
 * not all come back at once.
 * @param asked how long the other system wants to be left alone, in milliseconds; a day at most.
 */
export const nextTry = (number: string, attempts: number, now: Instant, asked = 0): Instant => {
  const pause = Math.min(firstPause * 2 ** (attempts - 1), longestPause);
  return plus(now, Math.max(pause, Math.min(asked, longestAsked)) + Math.floor((pause / 5) * spread(number)));
};

/** From 0 up to 1, the same for the same number, which is of digits and letters. */
const spread = (number: string): number => (Number.parseInt(number, 36) % 1000) / 1000;
