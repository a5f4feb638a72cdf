import type { Language } from "#core/policy/vocabulary.ts";
import { articleReply } from "#messages/article.ts";
import type { Opinion } from "./opinion.ts";

/** What the page says after a press: each answer has its own, and so has a "no" that says why. */
export const replyTo = (
  language: Language,
  { answer, comment }: Pick<Opinion, "answer" | "comment">,
): string => {
  const texts = articleReply[language];
  if (answer === "yes") return texts.yes;
  return comment === undefined ? texts.no : texts.why;
};
