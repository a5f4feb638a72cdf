import type { InEachLanguage } from "./catalogue.ts";
import meetingReminderDe from "./meeting-reminder/de.json" with { type: "json" };
import meetingReminderEn from "./meeting-reminder/en.json" with { type: "json" };
import meetingReminderEs from "./meeting-reminder/es.json" with { type: "json" };
import meetingReminderNl from "./meeting-reminder/nl.json" with { type: "json" };
import staffContactDueDe from "./staff-contact-due/de.json" with { type: "json" };
import staffContactDueEn from "./staff-contact-due/en.json" with { type: "json" };
import staffContactDueEs from "./staff-contact-due/es.json" with { type: "json" };
import staffContactDueNl from "./staff-contact-due/nl.json" with { type: "json" };
import staffContactMissedDe from "./staff-contact-missed/de.json" with { type: "json" };
import staffContactMissedEn from "./staff-contact-missed/en.json" with { type: "json" };
import staffContactMissedEs from "./staff-contact-missed/es.json" with { type: "json" };
import staffContactMissedNl from "./staff-contact-missed/nl.json" with { type: "json" };
import staffMeetingReminderDe from "./staff-meeting-reminder/de.json" with { type: "json" };
import staffMeetingReminderEn from "./staff-meeting-reminder/en.json" with { type: "json" };
import staffMeetingReminderEs from "./staff-meeting-reminder/es.json" with { type: "json" };
import staffMeetingReminderNl from "./staff-meeting-reminder/nl.json" with { type: "json" };

/* What account managers hear of contact that is due, and those who meet of their meeting. */

export const staffContactDue: InEachLanguage<typeof staffContactDueEn> = {
  nl: staffContactDueNl,
  es: staffContactDueEs,
  de: staffContactDueDe,
  en: staffContactDueEn,
};

export const staffContactMissed: InEachLanguage<typeof staffContactMissedEn> = {
  nl: staffContactMissedNl,
  es: staffContactMissedEs,
  de: staffContactMissedDe,
  en: staffContactMissedEn,
};

export const meetingReminder: InEachLanguage<typeof meetingReminderEn> = {
  nl: meetingReminderNl,
  es: meetingReminderEs,
  de: meetingReminderDe,
  en: meetingReminderEn,
};

export const staffMeetingReminder: InEachLanguage<typeof staffMeetingReminderEn> = {
  nl: staffMeetingReminderNl,
  es: staffMeetingReminderEs,
  de: staffMeetingReminderDe,
  en: staffMeetingReminderEn,
};
