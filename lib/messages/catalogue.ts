import type { Language } from "#core/policy/vocabulary.ts";
import cancelledDe from "./cancelled/de.json" with { type: "json" };
import cancelledEn from "./cancelled/en.json" with { type: "json" };
import cancelledEs from "./cancelled/es.json" with { type: "json" };
import cancelledNl from "./cancelled/nl.json" with { type: "json" };
import changedDe from "./changed/de.json" with { type: "json" };
import changedEn from "./changed/en.json" with { type: "json" };
import changedEs from "./changed/es.json" with { type: "json" };
import changedNl from "./changed/nl.json" with { type: "json" };
import commonDe from "./common/de.json" with { type: "json" };
import commonEn from "./common/en.json" with { type: "json" };
import commonEs from "./common/es.json" with { type: "json" };
import commonNl from "./common/nl.json" with { type: "json" };
import confirmationDe from "./confirmation/de.json" with { type: "json" };
import confirmationEn from "./confirmation/en.json" with { type: "json" };
import confirmationEs from "./confirmation/es.json" with { type: "json" };
import confirmationNl from "./confirmation/nl.json" with { type: "json" };
import reminderDe from "./reminder/de.json" with { type: "json" };
import reminderEn from "./reminder/en.json" with { type: "json" };
import reminderEs from "./reminder/es.json" with { type: "json" };
import reminderNl from "./reminder/nl.json" with { type: "json" };

export type InEachLanguage<Texts> = Readonly<Record<Language, Texts>>;

export interface MailTexts {
  readonly subject: string;
  readonly lead: string;
}

/** Of a change or a cancellation: what follows from it depends on whose wish it was, and when. */
export interface RevisionTexts extends MailTexts {
  readonly consequence: string;
}

export interface SmsTexts {
  readonly text: string;
  /** Said instead where a name leaves `text` no room in one segment. */
  readonly short: string;
}

/** Words that every kind shares. All texts are ICU MessageFormat, without markup. */
export const common: InEachLanguage<typeof commonNl> = {
  nl: commonNl,
  es: commonEs,
  de: commonDe,
  en: commonEn,
};

export const confirmation: InEachLanguage<{ readonly email: MailTexts }> = {
  nl: confirmationNl,
  es: confirmationEs,
  de: confirmationDe,
  en: confirmationEn,
};

export const reminder: InEachLanguage<{ readonly email: MailTexts; readonly sms: SmsTexts }> = {
  nl: reminderNl,
  es: reminderEs,
  de: reminderDe,
  en: reminderEn,
};

export const changed: InEachLanguage<{ readonly email: RevisionTexts }> = {
  nl: changedNl,
  es: changedEs,
  de: changedDe,
  en: changedEn,
};

export const cancelled: InEachLanguage<{ readonly email: RevisionTexts & { readonly again: string } }> = {
  nl: cancelledNl,
  es: cancelledEs,
  de: cancelledDe,
  en: cancelledEn,
};
