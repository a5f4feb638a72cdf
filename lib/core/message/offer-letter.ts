import type { Language } from "#core/policy/vocabulary.ts";
import { common } from "#messages/catalogue.ts";
import { offer } from "#messages/offer.ts";
import { sessionRows } from "./details.ts";
import type { OfferFields } from "./fields.ts";
import type { Letter } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { asText, phrase } from "./phrase.ts";
import { opening, sessionValues, type Values } from "./session-letter.ts";

/** What has become free, until when it is theirs to take, and what taking it means. */
export const offerLetter = (language: Language, fields: OfferFields): Letter => {
  const texts = offer[language].email;
  const values = offerValues(language, fields);
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: sessionRows(language, values),
    paragraphs: [texts.until, texts.faster, texts.terms, texts.keep].map((text) =>
      phrase(language, text, values),
    ),
    buttons: [
      { label: texts.accept, url: fields.acceptUrl },
      { label: texts.decline, url: fields.declineUrl },
    ],
    footer: phrase(language, texts.footer, values),
  };
};

const offerValues = (language: Language, fields: OfferFields): Values => {
  const until = momentIn(language, fields.until, fields.timeZone);
  const { version, url } = fields.terms;
  return {
    ...sessionValues(language, fields),
    untilZone: until.zone,
    untilDay: until.day,
    untilTime: until.time,
    terms: { url, label: asText(phrase(language, common[language].termsName, { version })) },
  };
};
