import type { Item, Key, Write } from "#core/table.ts";
import type { MailEntry } from "./entry.ts";
import type { QuarantineReason } from "./outcome.ts";

/** The list of what a company's staff have to look at, by when it arrived: ids alone. */
export const quarantineKey = (pack: string): string => `${pack}#quarantine`;
export const allQuarantined = { from: "0", to: "~" } as const;

const place = ({ pack, receivedAt, id }: MailEntry): Key => ({
  pk: quarantineKey(pack),
  sk: `${receivedAt}#${id}`,
});

export const quarantine = (
  mail: MailEntry,
  reason: QuarantineReason,
  forgotten: { readonly expiresAt?: number },
): Write => ({
  put: { ...place(mail), type: "quarantined", mail: mail.id, reason, ...forgotten },
  if: { exists: false },
});

export const leaveQuarantine = (mail: MailEntry): Write => ({ delete: place(mail), if: { exists: true } });

export const quarantinedMail = (item: Item): string => String(item["mail"]);

/** A line of the list, as staff see it. */
export const quarantineRow = ({ id, receivedAt, from, subject, size, outcome, unreadable }: MailEntry) => ({
  id,
  receivedAt,
  ...(from !== undefined && { from: from.address }),
  subject,
  reason: outcome?.settled === "quarantine" ? outcome.reason : ("unreadable" as const),
  ...(unreadable !== undefined && { detail: unreadable }),
  size,
});
