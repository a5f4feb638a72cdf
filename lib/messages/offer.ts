import type { InEachLanguage, MailTexts } from "./catalogue.ts";
import offerDe from "./offer/de.json" with { type: "json" };
import offerEn from "./offer/en.json" with { type: "json" };
import offerEs from "./offer/es.json" with { type: "json" };
import offerNl from "./offer/nl.json" with { type: "json" };

interface OfferTexts extends MailTexts {
  readonly until: string;
  readonly faster: string;
  readonly terms: string;
  readonly keep: string;
  readonly accept: string;
  readonly decline: string;
  readonly footer: string;
}

/** What somebody on the waiting list is told of a time that has become free. */
export const offer: InEachLanguage<{ readonly email: OfferTexts }> = {
  nl: { email: offerNl },
  es: { email: offerEs },
  de: { email: offerDe },
  en: { email: offerEn },
};
