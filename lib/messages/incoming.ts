import answerDe from "./answer/de.json" with { type: "json" };
import answerEn from "./answer/en.json" with { type: "json" };
import answerEs from "./answer/es.json" with { type: "json" };
import answerNl from "./answer/nl.json" with { type: "json" };
import type { InEachLanguage, MailTexts } from "./catalogue.ts";
import staffMailDe from "./staff-mail/de.json" with { type: "json" };
import staffMailEn from "./staff-mail/en.json" with { type: "json" };
import staffMailEs from "./staff-mail/es.json" with { type: "json" };
import staffMailNl from "./staff-mail/nl.json" with { type: "json" };

/* What follows from a mail that a customer wrote about a session. */

/** Who wishes by mail to change or cancel gets the way to do it. */
export const linksAnswer: InEachLanguage<{ readonly links: MailTexts & { readonly nothing: string } }> = {
  nl: answerNl,
  es: answerEs,
  de: answerDe,
  en: answerEn,
};

export const staffMail: InEachLanguage<{
  readonly email: MailTexts & { readonly heading: string; readonly another: string };
}> = {
  nl: staffMailNl,
  es: staffMailEs,
  de: staffMailDe,
  en: staffMailEn,
};
