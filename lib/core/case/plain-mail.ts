import type { MailContent } from "#core/message/compose.ts";
import { escapeHtml } from "#core/message/escape.ts";
import type { CaseMailFacts } from "./mail-facts.ts";

/** The least that a message about a case can say: what happened, to which case, and what was written. */
export const plainMail = ({ policy, case: it, promised, words, url }: CaseMailFacts): MailContent => {
  const subject = `${policy.company}: ${promised.kind} (${it.number})`;
  const lines = [subject, ...Object.values(words).map(String), url];
  return {
    subject,
    text: lines.join("\n\n"),
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(""),
  };
};
