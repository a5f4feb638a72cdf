import type { InEachLanguage, MailTexts } from "./catalogue.ts";
import feedbackDe from "./feedback-request/de.json" with { type: "json" };
import feedbackEn from "./feedback-request/en.json" with { type: "json" };
import feedbackEs from "./feedback-request/es.json" with { type: "json" };
import feedbackNl from "./feedback-request/nl.json" with { type: "json" };
import interruptedDe from "./interrupted/de.json" with { type: "json" };
import interruptedEn from "./interrupted/en.json" with { type: "json" };
import interruptedEs from "./interrupted/es.json" with { type: "json" };
import interruptedNl from "./interrupted/nl.json" with { type: "json" };
import askedDe from "./staff-attendance/de.json" with { type: "json" };
import askedEn from "./staff-attendance/en.json" with { type: "json" };
import askedEs from "./staff-attendance/es.json" with { type: "json" };
import askedNl from "./staff-attendance/nl.json" with { type: "json" };

/* About a session that has begun: how it went, and how the customer found it. */

interface InterruptedTexts extends MailTexts {
  readonly reason: string;
  readonly consequence: string;
  readonly again: string;
}

export const interrupted: InEachLanguage<{ readonly email: InterruptedTexts }> = {
  nl: interruptedNl,
  es: interruptedEs,
  de: interruptedDe,
  en: interruptedEn,
};

interface FeedbackTexts extends MailTexts {
  readonly how: string;
  /** What the highest and the lowest mark are called. */
  readonly best: string;
  readonly worst: string;
}

export const feedbackRequest: InEachLanguage<{ readonly email: FeedbackTexts }> = {
  nl: feedbackNl,
  es: feedbackEs,
  de: feedbackDe,
  en: feedbackEn,
};

export const staffAttendance: InEachLanguage<{
  readonly email: MailTexts & { readonly outcomes: string; readonly closes: string };
}> = {
  nl: askedNl,
  es: askedEs,
  de: askedDe,
  en: askedEn,
};
