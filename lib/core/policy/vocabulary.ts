/** Words that policy, messages and ledger share; `docs/glossary.md` explains them. */
export const languages = ["nl", "es", "de", "en"] as const;
export type Language = (typeof languages)[number];

export const channels = ["email", "sms"] as const;
export type Channel = (typeof channels)[number];

/** What Kept says about an appointment; a `staff-` kind goes to its host. */
export const messageKinds = [
  "confirmation",
  "reminder",
  "changed",
  "cancelled",
  "staff-booked",
  "staff-changed",
  "staff-cancelled",
] as const;
export type MessageKind = (typeof messageKinds)[number];
