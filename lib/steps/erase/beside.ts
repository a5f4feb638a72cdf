import type { PersonalPorts } from "#adapters/ports.ts";
import { asChange } from "#core/change.ts";
import { asMailOn } from "#core/mail/entry.ts";
import { messagesOf } from "#core/message/message-id.ts";
import { asSend, ledgerTag } from "#core/message/send.ts";
import type { Item, Key, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";

/** Everything that stands under one `pk`. */
export const allUnder = ({ table }: Pick<PersonalPorts, "table">, { pk }: Pick<Key, "pk">): Promise<Item[]> =>
  table.list(pk, " ", "~");

export const ofType = (items: readonly Item[], type: string): Item[] =>
  items.filter((item) => item["type"] === type);

/** Something is being sent, or still has to be done: it is erased when that is over. */
export const isBusy = (items: readonly Item[], now: Instant): boolean =>
  ofType(items, "send")
    .map(asSend)
    .some(({ state, leaseUntil }) => state === "claimed" && leaseUntil > now) ||
  ofType(items, "change")
    .map(asChange)
    .some(({ owed = [] }) => owed.length > 0);

export const mailsOf = (items: readonly Item[]): string[] =>
  ofType(items, "mail-on").map((item) => asMailOn(item).mail);

/** At once: each of them costs a write. */
const together = 25;

/** Each on its own: what is gone already is as good. */
export const commitEach = async (
  { table }: Pick<PersonalPorts, "table">,
  writes: readonly Write[],
): Promise<void> => {
  for (let at = 0; at < writes.length; at += together)
    await Promise.all(writes.slice(at, at + together).map((write) => table.commit([write])));
};

export const deleted = ({ pk, sk }: Key): Write => ({ delete: { pk, sk }, if: { exists: true } });

/** The ledger of what was sent, what leads to it from the provider's ids, which mails came, and what people wrote. */
export const withoutTraces = (items: readonly Item[]): Write[] => [
  ...ofType(items, "send").flatMap((item) => [...leadingTo(item), deleted(item)]),
  ...["mail-on", "words", "token"].flatMap((type) => ofType(items, type)).map(deleted),
];

const leadingTo = (item: Item): Write[] => {
  const { messageId } = asSend(item);
  return messageId === undefined ? [] : [deleted({ pk: messagesOf(messageId).pk, sk: ledgerTag(item) })];
};
