import type { Language } from "#core/policy/vocabulary.ts";
import { caseWords } from "#messages/case.ts";
import type { MailTexts } from "#messages/catalogue.ts";
import { common } from "#messages/catalogue.ts";
import type { CaseFields, CustomerCaseFields, StaffCaseFields } from "./case-fields.ts";
import { termsValues } from "./customer-letters.ts";
import type { Button, Letter, Row } from "./letter.ts";
import { asText, phrase, quoted } from "./phrase.ts";
import { owedIn, promiseIn, whenIn } from "./promise-phrase.ts";
import { opening, type Values } from "./session-letter.ts";
import { type Written, written } from "./written.ts";

/** What a kind adds to the letter about a case; its sentences may name `values` besides those of every case. */
export interface CaseAdditions {
  readonly values?: Values;
  /** Before what is still owed. */
  readonly rows?: readonly Row[];
  /** Instead of the text under "our message". */
  readonly written?: readonly Written[];
  readonly paragraphs?: readonly string[];
  readonly buttons?: readonly Button[];
}

/** To the customer: what happened, what was written to them, what is still owed, and the way to their page. */
export const customerCaseLetter = (
  texts: MailTexts,
  language: Language,
  fields: CustomerCaseFields,
  { values: further, rows = [], written: passages, paragraphs = [], buttons }: CaseAdditions = {},
): Letter => {
  const words = caseWords[language];
  const { terms } = fields;
  const values = {
    ...caseValues(language, fields),
    customerName: quoted(fields.customerName),
    ...(terms !== undefined && termsValues(language, { terms })),
    ...further,
  };
  const dated = fields.owed.some(({ stands }) => stands !== "undated");
  const said = [
    ...paragraphs,
    ...(dated ? [words.promises] : []),
    ...(terms === undefined ? [] : [words.terms]),
  ];
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: [...aboutRows(language, fields), ...rows, ...owedRows(language, fields)],
    written: passages ?? written(words.message, fields.text),
    paragraphs: said.map((text) => phrase(language, text, values)),
    buttons: buttons ?? [{ label: words.page, url: fields.url }],
    footer: customerFooter(language, values, fields.mailbox),
  };
};

/** To a team: no word of the customer's, who may be a stranger; the desk shows those to whoever signs in. */
export const staffCaseLetter = (
  texts: MailTexts,
  language: Language,
  fields: StaffCaseFields,
  { values: further, paragraphs = [] }: Pick<CaseAdditions, "values" | "paragraphs"> = {},
): Letter => {
  const words = caseWords[language];
  const values = { ...caseValues(language, fields), ...further };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, words.staffGreeting, { team: quoted(fields.reader) }),
    rows: [...aboutRows(language, fields), ...owedRows(language, fields)],
    paragraphs: paragraphs.map((text) => phrase(language, text, values)),
    buttons: [{ label: words.desk, url: fields.url }],
    footer: phrase(language, words.staffFooter, values),
  };
};

const caseValues = (language: Language, { company, number, caseKind, team }: CaseFields): Values => ({
  company: quoted(company),
  number,
  thing: asText(phrase(language, caseWords[language].thing, { kind: caseKind })),
  team: quoted(team),
});

const aboutRows = (language: Language, { number, topic, receivedAt, team, timeZone }: CaseFields): Row[] => {
  const words = caseWords[language];
  return [
    { label: words.number, value: [number] },
    ...(topic === undefined ? [] : [{ label: words.topic, value: [quoted(topic)] }]),
    { label: words.received, value: [whenIn(language, receivedAt, timeZone)] },
    { label: words.team, value: [quoted(team)] },
  ];
};

const owedRows = (language: Language, { owed, timeZone }: CaseFields): Row[] =>
  owed.map((each) => ({
    label: promiseIn(language, each),
    value: [owedIn(language, each, timeZone)],
  }));

const customerFooter = (
  language: Language,
  values: Values,
  address: string | undefined,
): Letter["footer"] => {
  const why = phrase(language, caseWords[language].footer, values);
  if (!address) return why;
  const mailbox = { url: `mailto:${address}`, label: address };
  return [...why, " ", ...phrase(language, common[language].questions, { mailbox })];
};
