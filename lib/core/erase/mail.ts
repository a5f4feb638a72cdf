import { keptMailKey, type MailEntry } from "#core/mail/entry.ts";
import { leaveQuarantine } from "#core/mail/quarantine.ts";
import type { RegisteredMail } from "#core/mail/registered.ts";
import type { Write } from "#core/table.ts";

/** A mail as its company has it; its place in quarantine goes with it. */
export const erasedMail = (mail: MailEntry): Write[] => [
  ...(mail.outcome?.settled === "quarantine" ? [leaveQuarantine(mail)] : []),
  { delete: keptMailKey(mail.pack, mail.id), if: { exists: true } },
];

/** That a mail of this id came stays: announced again it is known, and nothing is read. Who wrote what to whom goes. */
export const erasedArrival = (mail: RegisteredMail): Write | undefined => {
  if (mail.state !== "settled") return undefined;
  const { pk, sk, type, id, receivedAt, state, settledAt, outcome, expiresAt } = mail;
  return {
    put: { pk, sk, type, id, receivedAt, state, settledAt, outcome, expiresAt },
    if: { equals: { state } },
  };
};
