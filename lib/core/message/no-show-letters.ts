import type { Language } from "#core/policy/vocabulary.ts";
import { duration } from "#core/time.ts";
import { common } from "#messages/catalogue.ts";
import { type NoShowTexts, noShowConsequence, noShowWaived, noShowWarning } from "#messages/no-shows.ts";
import { footer, termsValues } from "./customer-letters.ts";
import { sessionRows } from "./details.ts";
import type { Letter } from "./letter.ts";
import { momentIn } from "./moment.ts";
import type { NoShowFields } from "./no-show-fields.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { priceIn } from "./price.ts";
import { opening, sessionValues, type Values } from "./session-letter.ts";
import { lengthOf } from "./span.ts";

export const noShowWarningLetter = (language: Language, fields: NoShowFields): Letter =>
  noShowLetter(noShowWarning[language].email, language, fields);

export const noShowConsequenceLetter = (language: Language, fields: NoShowFields): Letter => {
  const texts = noShowConsequence[language].email;
  return noShowLetter(texts, language, fields, [
    phrase(language, texts.scope, policyValues(language, fields)),
  ]);
};

/** A session that counted as a no-show does so no more. */
export const noShowWaivedLetter = (language: Language, fields: NoShowFields): Letter =>
  noShowLetter(noShowWaived[language].email, language, fields);

const noShowLetter = (
  texts: NoShowTexts,
  language: Language,
  fields: NoShowFields,
  scope: readonly Phrase[] = [],
): Letter => {
  const values = valuesOf(language, fields);
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: sessionRows(language, values),
    paragraphs: [
      phrase(language, texts.meaning, values),
      ...scope,
      phrase(language, texts.objection, values),
    ],
    buttons: [],
    footer: footer(language, values, fields.supportMailbox),
  };
};

const valuesOf = (language: Language, fields: NoShowFields): Values => ({
  ...sessionValues(language, fields),
  ...termsValues(language, fields),
  ...policyValues(language, fields),
  ...fromValues(language, fields),
  ...mailboxValues(fields),
  cause: fields.cause,
  why: fields.why,
  clause: fields.clause,
  situation: fields.now.situation,
  notice: lengthOf(language, duration(fields.notice)),
});

const policyValues = (language: Language, { policy: { windowMonths, threat } }: NoShowFields): Values => ({
  window: windowMonths,
  threat: threat.kind,
  wait: threat.kind === "date" ? threat.waitMonths : 0,
  price: threat.kind === "fee" ? priceIn(language, threat.amount, threat.currency) : "",
});

/** In the customer's own zone; without a date, nothing that a text would name. */
const fromValues = (language: Language, { now, timeZone }: NoShowFields): Values => {
  if (now.situation !== "date") return { fromDate: "", fromTime: "", fromZone: "" };
  const { date, time, zone } = momentIn(language, now.from, timeZone);
  return { fromDate: date, fromTime: time, fromZone: zone };
};

const mailboxValues = ({ supportMailbox: address }: NoShowFields): Values =>
  address
    ? { reach: "both", mailbox: { url: `mailto:${address}`, label: address } }
    : { reach: "reply", mailbox: "" };
