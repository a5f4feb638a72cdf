import type { Language } from "#core/policy/vocabulary.ts";
import { outOfOffice } from "#messages/case-progress.ts";
import type { AwayFields } from "./case-fields.ts";
import { customerCaseLetter } from "./case-letter.ts";
import type { Letter } from "./letter.ts";
import { quoted } from "./phrase.ts";
import { whenIn } from "./promise-phrase.ts";

/** In the name of somebody who is away: until when, and who is there instead (expandit, "E-Mail-Regeln"). */
export const awayLetter = (language: Language, fields: AwayFields): Letter => {
  const texts = outOfOffice[language].email;
  const { person, standIn, address, until, timeZone } = fields;
  return customerCaseLetter(texts, language, fields, {
    values: {
      person: quoted(person),
      standIn: quoted(standIn),
      address: { url: `mailto:${address}`, label: address },
      until: whenIn(language, until, timeZone),
    },
    paragraphs: [texts.instead],
  });
};
