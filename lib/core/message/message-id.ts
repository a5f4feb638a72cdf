import type { Item, Key, Write } from "#core/table.ts";
import { day, epoch, type Instant, plus } from "#core/time.ts";
import { ledgerKey, ledgerTag } from "./send.ts";

/** What SES returned, as it stands in a header: `<id@eu-west-1.amazonses.com>`, of whatever region. */
const ours = /^([\w-]{5,100})@(?:[\w-]+\.)?amazonses\.com$/i;

/** The provider's id in a Message-ID without its angle brackets; `undefined` for one that no mail of ours has. */
export const providersId = (messageId: string): string | undefined => ours.exec(messageId)?.[1];

/** Which messages an id belongs to: one, for the provider gives none twice. */
export const messagesOf = (id: string): { pk: string; from: string; to: string } => ({
  pk: `message#${id}`,
  from: " ",
  to: "~",
});

/** Ours: people answer old mails, and after two years a mail without its reply address starts something new. */
const rememberedFor = 2 * 365 * day;

/** Leads from the provider's id back to the ledger, for answers that name the message they answer. Ids alone. */
export const nameMessage = (key: Key, messageId: string, now: Instant): Write => ({
  put: {
    pk: messagesOf(messageId).pk,
    sk: ledgerTag(key),
    type: "message",
    expiresAt: Math.floor(epoch(plus(now, rememberedFor)) / 1000),
  },
  if: { exists: false },
});

/** The ledger key that an item of `messagesOf` leads to. */
export const messageLedger = ({ sk }: Item): Key | undefined => ledgerKey(sk);
