import type { FeedbackFields, InterruptedFields } from "#core/message/attendance-fields.ts";
import type { MessageFacts } from "./message-fields.ts";

/** What the letter about a session that was broken off says besides the session itself. */
export const interruptedFields = ({
  policy,
  links,
}: MessageFacts): Pick<InterruptedFields, "silence" | "clause" | "counts" | "bookUrl"> => {
  const { interruption, notice, noShow } = policy.appointments ?? {};
  const { clause = "" } = interruption ?? notice ?? {};
  return {
    silence: interruption?.after,
    clause,
    counts: noShow?.interruptedCounts ?? false,
    bookUrl: links.bookUrl,
  };
};

/** The best first: it is the one that most people look for. */
const ratings = [5, 4, 3, 2, 1];

/** Each only chooses what the page shows first, so a scanner that opens them all says nothing. */
export const ratingUrls = ({ links: { feedbackUrl } }: MessageFacts): FeedbackFields["ratingUrls"] =>
  ratings.map((rating) => ({ rating, url: feedbackUrl.replace("#", `&rating=${rating}#`) }));
