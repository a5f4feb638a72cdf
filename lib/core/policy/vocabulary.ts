/** Words that policy, messages and ledger share; `docs/glossary.md` explains them. */
export const languages = ["nl", "es", "de", "en"] as const;
export type Language = (typeof languages)[number];

export const channels = ["email", "sms"] as const;
export type Channel = (typeof channels)[number];

export type MessageKind = "confirmation" | "reminder";
