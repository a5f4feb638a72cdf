import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { caseWords } from "#messages/case.ts";
import { closed, declined, escalated, reopened, resolved, satisfaction } from "#messages/case-end.ts";
import type {
  AnsweredFields,
  ClosedFields,
  CustomerCaseFields,
  DeclinedFields,
  SatisfactionFields,
} from "./case-fields.ts";
import { type CaseAdditions, customerCaseLetter } from "./case-letter.ts";
import type { Letter } from "./letter.ts";
import { whenIn } from "./promise-phrase.ts";
import { written } from "./written.ts";

export const resolvedLetter = (language: Language, fields: AnsweredFields): Letter =>
  customerCaseLetter(resolved[language].email, language, fields, objecting(language, fields));

/** Findings, reasons and the next instance: a decision that leaves one out is none. */
export const declinedLetter = (language: Language, fields: DeclinedFields): Letter => {
  const texts = declined[language].email;
  return customerCaseLetter(texts, language, fields, {
    ...objecting(language, fields),
    written: (["findings", "reasons", "next"] as const).flatMap((part) => written(texts[part], fields[part])),
  });
};

/** How to object to an answer, until when, and whether somebody else can look at it. */
export const objecting = (
  language: Language,
  { closesAt, escalates, timeZone }: AnsweredFields,
): CaseAdditions => {
  const { object, another } = caseWords[language];
  return {
    values: {
      closes: closesAt === undefined ? "no" : "yes",
      closesAt: momentOrNone(language, closesAt, timeZone),
    },
    paragraphs: escalates ? [object, another] : [object],
  };
};

export const escalatedLetter = (language: Language, fields: CustomerCaseFields): Letter =>
  customerCaseLetter(escalated[language].email, language, fields);

export const reopenedLetter = (language: Language, fields: CustomerCaseFields): Letter =>
  customerCaseLetter(reopened[language].email, language, fields);

export const closedLetter = (language: Language, fields: ClosedFields): Letter => {
  const texts = closed[language].email;
  const { until, timeZone } = fields;
  return customerCaseLetter(texts, language, fields, {
    values: {
      reopen: until === undefined ? "no" : "yes",
      until: momentOrNone(language, until, timeZone),
    },
    paragraphs: [texts.again],
  });
};

/** Each button opens the page with that answer chosen: opening a link says nothing yet, for scanners open links too. */
export const satisfactionLetter = (language: Language, fields: SatisfactionFields): Letter => {
  const texts = satisfaction[language].email;
  return customerCaseLetter(texts, language, fields, {
    paragraphs: [texts.how],
    buttons: [
      { label: texts.satisfied, url: fields.satisfiedUrl },
      { label: texts.notSatisfied, url: fields.notSatisfiedUrl },
    ],
  });
};

const momentOrNone = (language: Language, at: Instant | undefined, timeZone: string): string =>
  at === undefined ? "" : whenIn(language, at, timeZone);
