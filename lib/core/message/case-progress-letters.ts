import { createCache } from "#core/cache.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import {
  acknowledged,
  answer,
  extended,
  informationRequest,
  plan,
  registered,
  updated,
} from "#messages/case-progress.ts";
import { objecting } from "./case-end-letters.ts";
import type {
  AnsweredFields,
  CustomerCaseFields,
  ExtendedFields,
  PlanFields,
  RegisteredFields,
  RequestFields,
} from "./case-fields.ts";
import { customerCaseLetter } from "./case-letter.ts";
import type { Letter } from "./letter.ts";
import { locales } from "./phrase.ts";
import { promiseIn, whenIn } from "./promise-phrase.ts";
import { written } from "./written.ts";

/** An automatic receipt, and says so: who acknowledges, by when, and what is missing. */
export const registeredLetter = (language: Language, fields: RegisteredFields): Letter => {
  const texts = registered[language].email;
  const { missing, welcome = [], acknowledgedBy, repliedBy, timeZone } = fields;
  const by = acknowledgedBy ?? repliedBy;
  return customerCaseLetter(texts, language, fields, {
    values: {
      known: by === undefined ? "no" : acknowledgedBy === undefined ? "reply" : "yes",
      due: by === undefined ? "" : whenIn(language, by, timeZone),
      list: listIn(language, missing),
      welcome: listIn(language, welcome),
    },
    paragraphs: [
      ...(missing.length === 0 ? [] : [texts.missing]),
      ...(welcome.length === 0 ? [] : [texts.welcome]),
      texts.person,
    ],
  });
};

export const acknowledgedLetter = (language: Language, fields: CustomerCaseFields): Letter =>
  customerCaseLetter(acknowledged[language].email, language, fields);

export const updatedLetter = (language: Language, fields: CustomerCaseFields): Letter =>
  customerCaseLetter(updated[language].email, language, fields);

/** One that ends the case, as to a question, says until when it can be objected to. */
export const answerLetter = (language: Language, fields: AnsweredFields): Letter =>
  customerCaseLetter(
    answer[language].email,
    language,
    fields,
    fields.closesAt === undefined ? {} : objecting(language, fields),
  );

export const planLetter = (language: Language, fields: PlanFields): Letter => {
  const texts = plan[language].email;
  const { by, timeZone } = fields;
  return customerCaseLetter(texts, language, fields, {
    values: { by: by === undefined ? "" : whenIn(language, by, timeZone) },
    paragraphs: by === undefined ? [] : [texts.by],
  });
};

export const requestLetter = (language: Language, fields: RequestFields): Letter => {
  const texts = informationRequest[language].email;
  const { missing, reminder, until, text, timeZone } = fields;
  return customerCaseLetter(texts, language, fields, {
    values: {
      reminder: reminder ? "yes" : "no",
      silent: until === undefined ? "no" : "yes",
      until: until === undefined ? "" : whenIn(language, until, timeZone),
      list: listIn(language, missing),
    },
    written: written(texts.question, text),
    paragraphs: missing.length === 0 ? [texts.how] : [texts.missing, texts.how],
  });
};

/** The reason, the old date and the new one: without all three nothing was explained (solar, "Erkenning en tijdlijn"). */
export const extendedLetter = (language: Language, fields: ExtendedFields): Letter => {
  const texts = extended[language].email;
  const { promise, reason, from, to, timeZone } = fields;
  return customerCaseLetter(texts, language, fields, {
    values: { promise: promiseIn(language, promise) },
    rows: [
      { label: texts.is, value: [whenIn(language, to, timeZone)] },
      { label: texts.was, value: [whenIn(language, from, timeZone)], former: true },
    ],
    written: written(texts.why, reason),
  });
};

const listIn = (language: Language, names: readonly string[]): string =>
  names.length === 0 ? "" : lists(language, () => new Intl.ListFormat(locales[language])).format(names);

/** Making one takes far longer than using it. */
const lists = createCache<Intl.ListFormat>(10);
