import acknowledgedDe from "./acknowledged/de.json" with { type: "json" };
import acknowledgedEn from "./acknowledged/en.json" with { type: "json" };
import acknowledgedEs from "./acknowledged/es.json" with { type: "json" };
import acknowledgedNl from "./acknowledged/nl.json" with { type: "json" };
import answerDe from "./answer/de.json" with { type: "json" };
import answerEn from "./answer/en.json" with { type: "json" };
import answerEs from "./answer/es.json" with { type: "json" };
import answerNl from "./answer/nl.json" with { type: "json" };
import type { InEachLanguage } from "./catalogue.ts";
import costNoticeDe from "./cost-notice/de.json" with { type: "json" };
import costNoticeEn from "./cost-notice/en.json" with { type: "json" };
import costNoticeEs from "./cost-notice/es.json" with { type: "json" };
import costNoticeNl from "./cost-notice/nl.json" with { type: "json" };
import extendedDe from "./extended/de.json" with { type: "json" };
import extendedEn from "./extended/en.json" with { type: "json" };
import extendedEs from "./extended/es.json" with { type: "json" };
import extendedNl from "./extended/nl.json" with { type: "json" };
import informationRequestDe from "./information-request/de.json" with { type: "json" };
import informationRequestEn from "./information-request/en.json" with { type: "json" };
import informationRequestEs from "./information-request/es.json" with { type: "json" };
import informationRequestNl from "./information-request/nl.json" with { type: "json" };
import outOfOfficeDe from "./out-of-office/de.json" with { type: "json" };
import outOfOfficeEn from "./out-of-office/en.json" with { type: "json" };
import outOfOfficeEs from "./out-of-office/es.json" with { type: "json" };
import outOfOfficeNl from "./out-of-office/nl.json" with { type: "json" };
import planDe from "./plan/de.json" with { type: "json" };
import planEn from "./plan/en.json" with { type: "json" };
import planEs from "./plan/es.json" with { type: "json" };
import planNl from "./plan/nl.json" with { type: "json" };
import registeredDe from "./registered/de.json" with { type: "json" };
import registeredEn from "./registered/en.json" with { type: "json" };
import registeredEs from "./registered/es.json" with { type: "json" };
import registeredNl from "./registered/nl.json" with { type: "json" };
import updatedDe from "./updated/de.json" with { type: "json" };
import updatedEn from "./updated/en.json" with { type: "json" };
import updatedEs from "./updated/es.json" with { type: "json" };
import updatedNl from "./updated/nl.json" with { type: "json" };

/* What customers hear of a case while it is worked on. */

export const registered: InEachLanguage<typeof registeredEn> = {
  nl: registeredNl,
  es: registeredEs,
  de: registeredDe,
  en: registeredEn,
};

export const acknowledged: InEachLanguage<typeof acknowledgedEn> = {
  nl: acknowledgedNl,
  es: acknowledgedEs,
  de: acknowledgedDe,
  en: acknowledgedEn,
};

export const updated: InEachLanguage<typeof updatedEn> = {
  nl: updatedNl,
  es: updatedEs,
  de: updatedDe,
  en: updatedEn,
};

export const outOfOffice: InEachLanguage<typeof outOfOfficeEn> = {
  nl: outOfOfficeNl,
  es: outOfOfficeEs,
  de: outOfOfficeDe,
  en: outOfOfficeEn,
};

export const plan: InEachLanguage<typeof planEn> = { nl: planNl, es: planEs, de: planDe, en: planEn };

export const answer: InEachLanguage<typeof answerEn> = {
  nl: answerNl,
  es: answerEs,
  de: answerDe,
  en: answerEn,
};

export const informationRequest: InEachLanguage<typeof informationRequestEn> = {
  nl: informationRequestNl,
  es: informationRequestEs,
  de: informationRequestDe,
  en: informationRequestEn,
};

export const extended: InEachLanguage<typeof extendedEn> = {
  nl: extendedNl,
  es: extendedEs,
  de: extendedDe,
  en: extendedEn,
};

export const costNotice: InEachLanguage<typeof costNoticeEn> = {
  nl: costNoticeNl,
  es: costNoticeEs,
  de: costNoticeDe,
  en: costNoticeEn,
};
