import type { Item, Write } from "#core/table.ts";
import { day, epoch, type Instant, plus } from "#core/time.ts";

/** Ours, as for messages of our own: after two years an answer starts something new. */
const rememberedFor = 2 * 365 * day;

/** Cases that the mails of one Message-ID are about; a digest of it, for it may name a person. */
const threadKey = (pack: string, digest: string): string => `${pack}#thread#${digest}`;

/** That a mail which came in is about a case: answers to it, copied to the journal, name its Message-ID. Once for each. */
export const noteThread = (pack: string, digest: string, number: string, now: Instant): Write => ({
  put: {
    pk: threadKey(pack, digest),
    sk: number,
    type: "thread",
    expiresAt: Math.floor(epoch(plus(now, rememberedFor)) / 1000),
  },
  if: { exists: false },
});

export const threadOf = (pack: string, digest: string) =>
  ({ pk: threadKey(pack, digest), from: "0", to: "~" }) as const;

export const numberInThread = ({ sk }: Item): string => sk;
