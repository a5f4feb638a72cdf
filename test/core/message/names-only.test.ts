import * as fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { phrase, quoted, type Value } from "#core/message/phrase.ts";

const between = fc.stringMatching(/^[A-Za-z .,!#0-9ëñ]{0,12}$/);
const name = fc.constantFrom("host", "company", "when", "page", "count");
const text = fc
  .array(
    fc.oneof(
      between,
      name.map((each) => `{${each}}`),
    ),
  )
  .map((pieces) => pieces.join(""));

const values: Readonly<Record<string, Value>> = {
  host: quoted("Anna <b>"),
  company: "",
  when: "9 o'clock",
  page: { url: "https://kept.example/link", label: "here" },
  count: 0,
};

test("a text that only names its values says the same as read as a format", () => {
  fc.assert(
    fc.property(text, (each) => {
      const read = new IntlMessageFormat(each, "en-GB", undefined, { ignoreTag: true });
      const parts = read.formatToParts({ ...values }).map(({ value }) => value);
      expect(phrase("en", each, values)).toEqual(parts.filter((part) => part !== ""));
    }),
  );
});

test("a name without a value is a fault, however plain the text", () => {
  expect(() => phrase("en", "With {host} and {nobody}", values)).toThrow(/nobody/);
});
