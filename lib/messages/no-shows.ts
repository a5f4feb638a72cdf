import type { InEachLanguage, MailTexts } from "./catalogue.ts";
import consequenceDe from "./no-show-consequence/de.json" with { type: "json" };
import consequenceEn from "./no-show-consequence/en.json" with { type: "json" };
import consequenceEs from "./no-show-consequence/es.json" with { type: "json" };
import consequenceNl from "./no-show-consequence/nl.json" with { type: "json" };
import waivedDe from "./no-show-waived/de.json" with { type: "json" };
import waivedEn from "./no-show-waived/en.json" with { type: "json" };
import waivedEs from "./no-show-waived/es.json" with { type: "json" };
import waivedNl from "./no-show-waived/nl.json" with { type: "json" };
import warningDe from "./no-show-warning/de.json" with { type: "json" };
import warningEn from "./no-show-warning/en.json" with { type: "json" };
import warningEs from "./no-show-warning/es.json" with { type: "json" };
import warningNl from "./no-show-warning/nl.json" with { type: "json" };

/* About no-shows: each says what happened, by which clause, what it means now, and how to object. */

export interface NoShowTexts extends MailTexts {
  readonly meaning: string;
  readonly objection: string;
}

export const noShowWarning: InEachLanguage<{ readonly email: NoShowTexts }> = {
  nl: warningNl,
  es: warningEs,
  de: warningDe,
  en: warningEn,
};

export const noShowConsequence: InEachLanguage<{ readonly email: NoShowTexts & { readonly scope: string } }> =
  {
    nl: consequenceNl,
    es: consequenceEs,
    de: consequenceDe,
    en: consequenceEn,
  };

export const noShowWaived: InEachLanguage<{ readonly email: NoShowTexts }> = {
  nl: waivedNl,
  es: waivedEs,
  de: waivedDe,
  en: waivedEn,
};
