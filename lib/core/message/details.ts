import type { Language } from "#core/policy/vocabulary.ts";
import { common } from "#messages/catalogue.ts";
import type { ChangedFields, StaffFields } from "./fields.ts";
import type { Row } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { type Phrase, phrase, quoted } from "./phrase.ts";
import type { Values } from "./session-letter.ts";

/** What the session is, with whom, when, and the code to name on the phone: for the customer. */
export const sessionRows = (language: Language, values: Values, was: readonly Row[] = []): Row[] => [
  sessionRow(language, values),
  { label: common[language].host, value: phrase(language, "{hostName}", values) },
  ...timeRows(language, values, was),
];

/** The same for the host, who needs to reach the customer. */
export const customerRows = (
  language: Language,
  values: Values,
  { customer: { email, phone } }: StaffFields,
  was: readonly Row[] = [],
): Row[] => {
  const words = common[language];
  return [
    sessionRow(language, values),
    { label: words.customer, value: phrase(language, "{customerName}", values) },
    { label: words.email, value: [quoted(email)] },
    ...(phone === undefined ? [] : [{ label: words.phone, value: [quoted(phone)] }]),
    ...timeRows(language, values, was),
  ];
};

/** What a change replaced; the host only where it is another one now. */
export const replacedRows = (
  language: Language,
  fields: Pick<ChangedFields, "was" | "timeZone" | "hostName">,
): Row[] => {
  const { was, timeZone, hostName } = fields;
  const words = common[language];
  const time: Phrase = phrase(language, words.moment, { ...momentIn(language, was.start, timeZone) });
  return [
    { label: words.was, value: time, former: true },
    ...(was.hostName === hostName
      ? []
      : [{ label: words.wasHost, value: [quoted(was.hostName)], former: true }]),
  ];
};

const sessionRow = (language: Language, values: Values): Row => ({
  label: common[language].session,
  value: phrase(language, common[language].sessionLength, values),
});

const timeRows = (language: Language, values: Values, was: readonly Row[]): Row[] => [
  { label: common[language].when, value: phrase(language, common[language].moment, values) },
  ...was,
  { label: common[language].code, value: phrase(language, "{code}", values) },
];
