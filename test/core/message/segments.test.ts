import { expect, it } from "vitest";
import { segments } from "#core/message/segments.ts";

const gsm = (count: number) => ({ encoding: "GSM-7", count });
const ucs = (count: number) => ({ encoding: "UCS-2", count });

it.each([
  ["an empty text", "", gsm(1)],
  ["160 letters", "a".repeat(160), gsm(1)],
  ["161 letters", "a".repeat(161), gsm(2)],
  ["306 letters, two full pieces", "a".repeat(306), gsm(2)],
  ["307 letters", "a".repeat(307), gsm(3)],
  ["80 euro signs, two places each", "€".repeat(80), gsm(1)],
  ["81 euro signs", "€".repeat(81), gsm(2)],
  ["an escape that would be split at the end of each piece", `${"a".repeat(152)}€${"a".repeat(152)}`, gsm(3)],
  ["every character of the extension", "^{}\\[~]|€", gsm(1)],
  ["German letters and Spanish ñ", "äöüßÄÖÜñÑ¿¡éàù", gsm(1)],
  ["70 characters with an í", `í${"a".repeat(69)}`, ucs(1)],
  ["71 characters with an í", `í${"a".repeat(70)}`, ucs(2)],
  ["135 characters with an í", `í${"a".repeat(134)}`, ucs(3)],
  ["35 emoji, two places each", "🙂".repeat(35), ucs(1)],
  ["67 emoji, which cannot be halved", "🙂".repeat(67), ucs(3)],
  ["a backtick, which GSM-7 lacks", "`", ucs(1)],
] as const)("%s", (_what, text, expected) => {
  expect(segments(text)).toEqual(expected);
});
