import type { Language } from "#core/policy/vocabulary.ts";
import { caseWords } from "#messages/case.ts";
import { informationRequest } from "#messages/case-progress.ts";
import { common } from "#messages/catalogue.ts";
import type { PartyRequestFields } from "./case-fields.ts";
import type { Letter } from "./letter.ts";
import { phrase, quoted } from "./phrase.ts";
import { whenIn } from "./promise-phrase.ts";
import { opening } from "./session-letter.ts";
import { written } from "./written.ts";

/** Whoever is asked about somebody else's case gets the question as staff wrote it: no name, no date, no way to the case. */
export const partyRequestLetter = (language: Language, fields: PartyRequestFields): Letter => {
  const texts = informationRequest[language].party;
  const { company, number, partyName, reminder, until, text, timeZone } = fields;
  const values = {
    company: quoted(company),
    number,
    customerName: quoted(partyName),
    reminder: reminder ? "yes" : "no",
    silent: until === undefined ? "no" : "yes",
    until: until === undefined ? "" : whenIn(language, until, timeZone),
  };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: [{ label: caseWords[language].number, value: [number] }],
    written: written(informationRequest[language].email.question, text),
    paragraphs: [phrase(language, texts.how, values)],
    buttons: [],
    footer: phrase(language, texts.footer, values),
  };
};
