import { describe, expect, it } from "vitest";
import de from "../../../web/link/texts/de.json" with { type: "json" };
import en from "../../../web/link/texts/en.json" with { type: "json" };
import es from "../../../web/link/texts/es.json" with { type: "json" };
import nl from "../../../web/link/texts/nl.json" with { type: "json" };
import { languageOf, sayIn } from "../../../web/link/texts.ts";

const fields = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([field]) => field).sort();

describe.each(Object.entries({ de, es, nl }))("the texts in %s", (_, texts: Record<string, string>) => {
  it("are as many as in English, and name the same fields", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [name, text] of Object.entries(en))
      expect([name, fields(texts[name]!)]).toEqual([name, fields(text)]);
  });

  it("are not left in English", () => {
    const left = Object.entries(en).filter(([name, text]) => texts[name] === text && /[a-z]{3}/.test(text));
    expect(left.map(([name]) => name).filter((name) => !["code", "status"].includes(name))).toEqual([]);
  });
});

it("speaks the first language it knows, and English to everybody else", () => {
  expect(languageOf("fr-FR", "es-MX", "nl")).toBe("es");
  expect(languageOf("DE")).toBe("de");
  expect([languageOf("fr"), languageOf("")]).toEqual(["en", "en"]);
});

it("fills in a name as it is, also one that looks like a field", () => {
  expect(sayIn("en")("heading", { company: "{notice} & <b>Söhne</b>" })).toBe(
    "Your session with {notice} & <b>Söhne</b>",
  );
});
