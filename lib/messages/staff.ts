import type { InEachLanguage, MailTexts, RevisionTexts } from "./catalogue.ts";
import staffBookedDe from "./staff-booked/de.json" with { type: "json" };
import staffBookedEn from "./staff-booked/en.json" with { type: "json" };
import staffBookedEs from "./staff-booked/es.json" with { type: "json" };
import staffBookedNl from "./staff-booked/nl.json" with { type: "json" };
import staffCancelledDe from "./staff-cancelled/de.json" with { type: "json" };
import staffCancelledEn from "./staff-cancelled/en.json" with { type: "json" };
import staffCancelledEs from "./staff-cancelled/es.json" with { type: "json" };
import staffCancelledNl from "./staff-cancelled/nl.json" with { type: "json" };
import staffChangedDe from "./staff-changed/de.json" with { type: "json" };
import staffChangedEn from "./staff-changed/en.json" with { type: "json" };
import staffChangedEs from "./staff-changed/es.json" with { type: "json" };
import staffChangedNl from "./staff-changed/nl.json" with { type: "json" };

/* What hosts are told, in their own language. */

export const staffBooked: InEachLanguage<{ readonly email: MailTexts }> = {
  nl: staffBookedNl,
  es: staffBookedEs,
  de: staffBookedDe,
  en: staffBookedEn,
};

export const staffChanged: InEachLanguage<{ readonly email: RevisionTexts }> = {
  nl: staffChangedNl,
  es: staffChangedEs,
  de: staffChangedDe,
  en: staffChangedEn,
};

export const staffCancelled: InEachLanguage<{ readonly email: RevisionTexts }> = {
  nl: staffCancelledNl,
  es: staffCancelledEs,
  de: staffCancelledDe,
  en: staffCancelledEn,
};
