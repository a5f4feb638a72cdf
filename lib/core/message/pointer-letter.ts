import type { Language } from "#core/policy/vocabulary.ts";
import { pointer } from "#messages/pointer.ts";
import type { PointerFields } from "./case-fields.ts";
import { customerCaseLetter } from "./case-letter.ts";
import type { Letter } from "./letter.ts";

/** To whoever wrote to a person: where the next mail like it is seen by whoever is there (mission D7). */
export const pointerLetter = (language: Language, fields: PointerFields): Letter => {
  const texts = pointer[language].email;
  const { shared } = fields;
  return customerCaseLetter(texts, language, fields, {
    values: { shared: { url: `mailto:${shared}`, label: shared }, address: shared },
    paragraphs: [texts.why, texts.meanwhile],
  });
};
