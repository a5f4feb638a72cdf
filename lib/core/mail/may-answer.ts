import { automaticKind, isList, isNobody } from "./automatic.ts";
import { field, word } from "./field.ts";
import type { Arrival, ReadMail } from "./mail.ts";

/**
 * Whether an automatic mail of ours may answer a mail: never one of a machine or a list, one that names nobody to answer,
 * or one that asks to be left alone.
 * @param ours whether an address is one of our own: two of them would write to each other.
 */
export const mayAnswer = (
  mail: ReadMail,
  arrival: Pick<Arrival, "sender" | "forwardedBy">,
  ours: (address: string) => boolean,
): boolean => {
  const { from } = mail;
  if (from === undefined || arrival.sender === "" || automaticKind(mail, arrival) !== undefined) return false;
  if (isList(mail, arrival.forwardedBy) || asksForSilence(mail)) return false;
  return [from.address, arrival.sender].every(
    (address) => !isNobody(address) && !ours(address.toLowerCase()),
  );
};

/**
 * Outlook writes it into mails of people too, so it proves no machine; but what it asks for, it gets. `OOF` and `AutoReply`
 * are what an automatic answer of ours would be.
 */
const asksForSilence = (mail: ReadMail): boolean =>
  (field(mail, "x-auto-response-suppress") ?? "")
    .slice(0, 500)
    .split(",")
    .map(word)
    .some((each) => each === "all" || each === "autoreply");
