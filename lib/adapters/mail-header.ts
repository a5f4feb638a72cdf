import { type Address, addressParser, decodeWords, type Email, type Header, type Mailbox } from "postal-mime";
import type { MailAddress, ReadMail } from "#core/mail/mail.ts";
import { visible, visibleLine } from "#core/mail/visible.ts";

const mostFields = 500;
const longestField = 8_000;
const mostAddresses = 200;
/** Of those that a mail answers the last are the nearest. */
const mostAnswered = 50;

export const fieldsOf = (headers: readonly Header[]): ReadMail["headers"] =>
  headers.slice(0, mostFields).map(({ key, value }) => ({
    name: visibleLine(key.slice(0, 200)),
    value: visible(decodeWords(value.slice(0, longestField))).trim(),
  }));

/**
 * Who wrote a mail, where it names exactly one: of two, a check of the sender may have been about one and we would believe
 * the other.
 */
export const onlySender = (headers: readonly Header[]): MailAddress | undefined => {
  const named = headers.filter(({ key }) => key === "from");
  const all = named.flatMap(({ value }) =>
    addressParser(value.slice(0, longestField), { flatten: true }),
  ) as Mailbox[];
  const [sender, ...others] = all;
  return sender === undefined || others.length > 0 || named.length > 1 ? undefined : asAddress(sender);
};

export const addressees = (given: readonly Address[] | undefined): MailAddress[] =>
  (given ?? [])
    .slice(0, mostAddresses)
    .flatMap((each) => (each.group === undefined ? [each] : each.group))
    .slice(0, mostAddresses)
    .flatMap((each) => asAddress(each) ?? []);

const asAddress = ({ name, address }: Mailbox): MailAddress | undefined =>
  isAddress(address) ? { name: visibleLine(name).slice(0, 200), address: address.toLowerCase() } : undefined;

const isAddress = (text: string): boolean =>
  text.length <= 320 && /^[^\s\p{Cc}<>,;@]+@[^\s\p{Cc}<>,;@]+$/u.test(text);

/** The nearest last: `In-Reply-To` names the one that was answered, `References` those before it. */
export const idsAnswered = ({ references = "", inReplyTo = "" }: Email): string[] => {
  const nearest = idsIn(inReplyTo);
  const before = idsIn(references.slice(-20_000)).filter((id) => !nearest.includes(id));
  return [...before, ...nearest].slice(-mostAnswered);
};

export const ownId = (field: string | undefined): string | undefined => idsIn(field ?? "")[0];

/** Some programs leave the brackets out. */
const idsIn = (field: string): string[] => {
  const bracketed = Array.from(field.matchAll(/<([^<>\s]{1,500})>/g), ([, id = ""]) => id);
  const bare = visibleLine(field.slice(0, 1_000));
  return bracketed.length === 0 && /^[^\s<>]+@[^\s<>]+$/.test(bare) ? [bare] : bracketed;
};
