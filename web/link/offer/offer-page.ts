import type { Place } from "./offer.ts";
import type { Answer, Failure, LinkAction, OfferClient } from "./offer-client.ts";
import type { OfferText } from "./offer-texts.ts";

/** All that the page shows; `said` is how the last press ended. */
export type OfferPage =
  | { readonly at: "shut"; readonly why: "invalid" | "away" }
  | { readonly at: "open"; readonly place: Place; readonly said?: OfferText };

/** The page behind a link of the waiting list: it looks, shows, and acts when a button is pressed, one press at a time. */
export const createOfferPage = (client: OfferClient, show: (page: OfferPage) => void) => {
  let pressing = false;
  const act = async (place: Place, action: LinkAction): Promise<void> => {
    const answer = await client.press(place, action);
    if ("found" in answer) return show(done(answer.found, action));
    show(failed(place, answer, await client.look()));
  };
  return {
    again: async (): Promise<void> => show(opened(await client.look())),
    press: async (place: Place, action: LinkAction): Promise<void> => {
      if (pressing) return;
      pressing = true;
      await act(place, action).finally(() => {
        pressing = false;
      });
    },
  };
};

const opened = (answer: Answer): OfferPage =>
  "found" in answer
    ? { at: "open", place: answer.found }
    : { at: "shut", why: answer.failed === "invalid" ? "invalid" : "away" };

const done = (place: Place, action: LinkAction): OfferPage => ({
  at: "open",
  place,
  ...(action === "decline" && { said: "declined" as const }),
});

/** A press that did not work, and how it stands after it. */
const failed = (place: Place, { failed: why }: { readonly failed: Failure }, now: Answer): OfferPage => {
  if (why === "invalid" || why === "away") return { at: "shut", why };
  return { at: "open", place: "found" in now ? now.found : place, said: why };
};
