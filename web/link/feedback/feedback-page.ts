import type { Asked } from "./feedback.ts";
import type { Answer, Failure, FeedbackClient } from "./feedback-client.ts";

/** All that the page shows; `said` is how the last press ended. */
export type FeedbackPage =
  | { readonly at: "shut"; readonly why: Failure }
  | { readonly at: "open"; readonly asked: Asked; readonly said?: "thanks" | "again" };

/** The page behind a request for feedback: it looks, shows, and says something only when a button is pressed. */
export const createFeedbackPage = (client: FeedbackClient, show: (page: FeedbackPage) => void) => {
  let pressing = false;
  return {
    again: async (): Promise<void> => show(opened(await client.look())),
    give: async (asked: Asked, rating: number, written: string): Promise<void> => {
      if (pressing) return;
      pressing = true;
      const comment = written.trim();
      const answer = await client.give(asked, { rating, ...(comment !== "" && { comment }) });
      pressing = false;
      show("found" in answer ? { at: "open", asked: answer.found, said: "thanks" } : failed(asked, answer));
    },
  };
};

const opened = (answer: Answer): FeedbackPage =>
  "found" in answer ? { at: "open", asked: answer.found } : { at: "shut", why: answer.failed };

/** What was written stays where pressing again may help. */
const failed = (asked: Asked, { failed: why }: { readonly failed: Failure }): FeedbackPage =>
  why === "invalid" ? { at: "shut", why } : { at: "open", asked, said: "again" };
