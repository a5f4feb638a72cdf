import type { CalendarDate } from "#core/calendar.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { caseWords } from "#messages/case.ts";
import { costNotice } from "#messages/case-progress.ts";
import type { CostFields } from "./case-fields.ts";
import { customerCaseLetter } from "./case-letter.ts";
import type { Letter, Row } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { priceIn } from "./price.ts";
import { whenIn } from "./promise-phrase.ts";

/** Before the work: what it costs and how to answer, or that it is covered and until when (mission D6). */
export const costLetter = (language: Language, fields: CostFields): Letter => {
  const texts = costNotice[language].email;
  const { reminder, until, timeZone, url, acceptUrl, declineUrl } = fields;
  const told = tells(fields);
  return customerCaseLetter(texts, language, fields, {
    values: {
      told,
      reminder: reminder ? "yes" : "no",
      asked: until === undefined ? "no" : "yes",
      until: until === undefined ? "" : whenIn(language, until, timeZone),
    },
    rows: costRows(language, fields),
    paragraphs: told === "charge" ? [texts.wait, texts.how] : [texts.object],
    ...(told === "charge" && {
      buttons: [
        { label: texts.accept, url: acceptUrl },
        { label: texts.decline, url: declineUrl },
        { label: caseWords[language].page, url },
      ],
    }),
  });
};

const tells = ({ cost }: CostFields): "charge" | "covered" | "words" => {
  if (cost === undefined) return "words";
  return "amount" in cost ? "charge" : "covered";
};

const costRows = (language: Language, { cost }: CostFields): Row[] => {
  const texts = costNotice[language].email;
  if (cost === undefined) return [];
  return "amount" in cost
    ? [{ label: texts.amount, value: [priceIn(language, cost.amount, cost.currency)] }]
    : [{ label: texts.covered, value: [dayIn(language, cost.coveredUntil)] }];
};

/** A day of the calendar is that day in every zone. */
const dayIn = (language: Language, date: CalendarDate): string =>
  momentIn(language, instant(`${date}T12:00:00Z`), "UTC").date;
