import type { Page, Told } from "./state.ts";

/** Where the focus goes because of what is shown now, as a selector; `undefined` where it stays. */
export const focusAfter = (before: Page | undefined, now: Page): string | undefined => {
  if (now.at === "choosing") return now.told === toldIn(before) ? undefined : placeOf(now.told);
  return now.at !== before?.at && (now.at === "booked" || now.at === "waiting") ? "#done" : undefined;
};

const toldIn = (page: Page | undefined): Told | undefined =>
  page?.at === "choosing" ? page.told : undefined;

/** The field that is to be corrected, or the words. */
const placeOf = (told: Told | undefined): string | undefined => {
  if (told === undefined) return undefined;
  return told.wrong === undefined ? ".told" : `input[name="${told.wrong}"]`;
};
