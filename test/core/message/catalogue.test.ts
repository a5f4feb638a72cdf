import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { languages } from "#core/policy/vocabulary.ts";
import { common, confirmation, reminder } from "#messages/catalogue.ts";

type Texts = { readonly [key: string]: string | Texts };
type Elements = ReturnType<IntlMessageFormat["getAst"]>;

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const names = (elements: Elements): string[] =>
  elements.flatMap((element) => [
    ...("options" in element
      ? [element.value, ...Object.values(element.options).flatMap((o) => names(o.value))]
      : []),
    ...(element.type === 1 ? [element.value] : []),
  ]);

const placeholders = (text: string): string[] =>
  [...new Set(names(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst()))].toSorted();

describe.each(Object.entries({ common, confirmation, reminder }))("the texts of %s", (_kind, texts) => {
  const english = new Map(flat(texts.en as unknown as Texts));

  it.each(languages)("in %s are as many, and name the same fields", (language) => {
    const own = flat(texts[language] as unknown as Texts);
    expect(own.map(([key]) => key)).toEqual([...english.keys()]);
    for (const [key, text] of own)
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? "")]);
  });

  it.each(languages)("in %s hold no markup, straight quotes or stray spaces", (language) => {
    for (const [, text] of flat(texts[language] as unknown as Texts)) {
      expect(text).not.toMatch(/[<>&'"]|\s\s|^\s|\s$|\n/);
      expect(text.normalize()).toBe(text);
    }
  });
});

it("placeholders inside plurals and choices are seen", () => {
  expect(placeholders("{unit, select, day {{count, plural, other {# {what}}}} other {}}")).toEqual([
    "count",
    "unit",
    "what",
  ]);
});
