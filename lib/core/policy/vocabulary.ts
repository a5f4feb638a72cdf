/** Words that policy, messages and ledger share; `docs/glossary.md` explains them. */
export const languages = ["nl", "es", "de", "en"] as const;
export type Language = (typeof languages)[number];

export const channels = ["email", "sms"] as const;
export type Channel = (typeof channels)[number];

/** How customers reach a company; which of them they may use depends on their licence. */
export const serviceChannels = [
  "chat",
  "inbox",
  "help-centre",
  "webinars",
  "academy",
  "workshops",
  "sessions",
  "partner-portal",
  "commerce-portal",
  "releases",
] as const;
export type ServiceChannel = (typeof serviceChannels)[number];

/** What an account has besides; whether it has it depends on its own conditions. */
export const benefitNames = [
  "service-packs",
  "hotfixes",
  "licence-mobility",
  "investment-protection",
  "source-escrow",
] as const;
export type BenefitName = (typeof benefitNames)[number];

/** What Kept says about an appointment; a `staff-` kind goes to its host. */
export const messageKinds = [
  "confirmation",
  "reminder",
  "changed",
  "cancelled",
  "interrupted",
  "feedback-request",
  "no-show-warning",
  "no-show-consequence",
  "no-show-waived",
  "offer",
  "answer",
  "staff-booked",
  "staff-changed",
  "staff-cancelled",
  "staff-attendance",
  "staff-mail",
] as const;
export type MessageKind = (typeof messageKinds)[number];
/** The kinds whose subject is an appointment. */
export type AppointmentKind = Exclude<MessageKind, "offer">;
