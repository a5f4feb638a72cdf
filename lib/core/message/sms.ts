import type { Language } from "#core/policy/vocabulary.ts";
import type { SmsTexts } from "#messages/catalogue.ts";
import { asLine, phrase, type Value } from "./phrase.ts";
import { segments } from "./segments.ts";

/** A name in an SMS; three full stops, because an ellipsis alone would move the text out of GSM-7. */
const longestName = 30;
const cutMark = "...";

/**
 * Names stand as they were written, also where a letter of theirs moves the text out of GSM-7; the short form is
 * taken when it then saves a segment.
 */
export const sms = (texts: SmsTexts, language: Language, values: Readonly<Record<string, Value>>): string => {
  const say = (text: string): string => asLine(phrase(language, text, values), longestName, cutMark);
  const [full, short] = [say(texts.text), say(texts.short)];
  return segments(short).count < segments(full).count ? short : full;
};
