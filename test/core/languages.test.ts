import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { operations } from "#api/description/operations.ts";
import { responses } from "#api/description/responses.ts";
import { doorOf, type Route, type RouteKey, routes } from "#api/routes.ts";
import { languageWanted, refusalIn } from "#core/message/refusal.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { policyFiles, thePolicy } from "./policy/documents.ts";

const root = join(import.meta.dirname, "../..");
const files = languages.map((language) => `${language}.json`);

/** Every folder in which texts of any language stand, wherever somebody puts the next. */
const folders = ["lib", "web"].flatMap((place) => {
  const found = readdirSync(join(root, place), { recursive: true, encoding: "utf8" })
    .filter((path) => files.includes(path.split("/").at(-1) ?? ""))
    .map((path) => join(place, path, ".."));
  return [...new Set(found)].toSorted();
});

type Texts = { readonly [key: string]: string | readonly string[] | Texts };

const read = (folder: string, file: string): Texts =>
  JSON.parse(readFileSync(join(root, folder, file), "utf8")) as Texts;

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : flat(value as Texts, `${path}${key}.`),
  );

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** What is filled in, and between which cases a text chooses; those of a plural differ from language to language. */
const fieldsIn = (elements: Elements): string[] =>
  elements.flatMap((element) => {
    if ("options" in element)
      return [
        element.value,
        ...Object.entries(element.options).flatMap(([name, option]) => [
          ...(element.type === 5 ? [`${element.value}: ${name}`] : []),
          ...fieldsIn(option.value),
        ]),
      ];
    return element.type === 1 ? [element.value] : [];
  });

const fields = (text: string): string[] =>
  [
    ...new Set(fieldsIn(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst())),
  ].toSorted();

test("texts stand in many places, and each is looked at here", () => {
  expect(folders).toEqual(
    expect.arrayContaining([
      "lib/messages/article",
      "lib/messages/confirmation",
      "lib/messages/refusal",
      "lib/core/case/why",
      "lib/core/policy/explain",
      "web/link/texts",
      "web/link/feedback/texts",
    ]),
  );
  expect(folders.length).toBeGreaterThan(40);
});

describe.each(folders)("the texts in %s", (folder) => {
  test("are there in each language", () => {
    const there = readdirSync(join(root, folder)).filter((file) => files.includes(file));
    expect(there.toSorted()).toEqual(files.toSorted());
  });

  test.each(files)(
    "in %s are as many as in English, and none is empty; each names the same fields",
    (file) => {
      const english = new Map(flat(read(folder, "en.json")));
      const own = flat(read(folder, file));
      expect(own.map(([key]) => key).toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, text] of own) {
        expect([key, fields(text)]).toEqual([key, fields(english.get(key) ?? "")]);
        expect([key, text.trim() === "" && english.get(key) !== text]).toEqual([key, false]);
      }
    },
  );
});

/** The codes that a customer can meet, as the description of the API has them. */
const customersCodes = [
  ...new Set(
    routes
      .filter(({ area }) => doorOf(area) !== "staff")
      .flatMap((route: Route) => {
        const said = responses(route, operations[`${route.method} ${route.path}` as RouteKey]);
        return Object.entries(said as Record<string, { readonly description: string }>)
          .filter(([status]) => Number(status) >= 400)
          .flatMap(([, { description }]) => description.split(", "));
      }),
  ),
].toSorted();

describe("a refusal", () => {
  test.each(languages)(
    "that a customer can meet has a sentence of its own in %s, and there is none to spare",
    (language) => {
      const sentences = customersCodes.map((code) => refusalIn(language, code));
      expect(customersCodes.filter((_, at) => sentences[at] === undefined)).toEqual([]);
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(Object.keys(read("lib/messages/refusal", `${language}.json`)).toSorted()).toEqual(
        customersCodes,
      );
    },
  );

  test("is in another language each time: none was left in English", () => {
    for (const code of customersCodes)
      expect(new Set(languages.map((language) => refusalIn(language, code))).size).toBe(languages.length);
  });

  test("of staff has none, nor has what is no code", () => {
    expect([refusalIn("nl", "own-report"), refusalIn("nl", "toString")]).toEqual([undefined, undefined]);
  });
});

describe("the language that a browser asks for", () => {
  test.each([
    ["nl", "nl"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["fr;q=1, es;q=0.5, nl;q=0.7", "nl"],
    ["ES-mx", "es"],
    ["nl;q=0, de;q=0.1", "de"],
    ["fr, it", "en"],
    ["", "en"],
    [undefined, "en"],
    ["nl;q=much", "en"],
    [",;;q=,;,", "en"],
    [`${"xx,".repeat(5_000)}nl`, "en"],
  ])("%s is answered in %s", (header, language) => {
    expect(languageWanted(header)).toBe(language);
  });
});

test.each(policyFiles)("%s names what customers read in every language", (file) => {
  const names: unknown[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("nl" in value || "de" in value) names.push(value);
    Object.values(value).forEach(collect);
  };
  collect(thePolicy(file));
  for (const name of names) expect(Object.keys(name as object).toSorted()).toEqual([...languages].toSorted());
});
