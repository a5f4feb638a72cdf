import { describe, expect, it } from "vitest";
import { readerIn } from "../../../web/booking/reader.ts";
import de from "../../../web/booking/texts/de.json" with { type: "json" };
import en from "../../../web/booking/texts/en.json" with { type: "json" };
import es from "../../../web/booking/texts/es.json" with { type: "json" };
import nl from "../../../web/booking/texts/nl.json" with { type: "json" };
import { languageOf } from "../../../web/booking/texts.ts";

const fields = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([field]) => field).sort();

describe.each(Object.entries({ de, es, nl }))("the texts in %s", (_, texts: Record<string, string>) => {
  it("are as many as in English, and name the same fields", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [name, text] of Object.entries(en))
      expect([name, fields(texts[name]!)]).toEqual([name, fields(text)]);
  });

  it("are not left in English", () => {
    const left = Object.entries(en).filter(([name, text]) => texts[name] === text && /[a-z]{3}/.test(text));
    expect(left.map(([name]) => name)).toEqual(["sessionOption"]);
  });
});

it("speaks the language that the host page names before the visitor's own", () => {
  expect(languageOf("de", "nl-NL", "en")).toBe("de");
  expect(languageOf("", "es-MX", "en")).toBe("es");
  expect(languageOf("", "fr-FR")).toBe("en");
});

it("says lengths, money and days as each language does", () => {
  const said = (["nl", "es", "de", "en"] as const).map((language) => {
    const { length, money, weekdays } = readerIn([language], "Europe/Amsterdam");
    const fee = money({ amount: "50.00", currency: "EUR" }).replace(/\s/g, " ");
    return [length("PT24H"), length("P12M"), fee, weekdays()[0]?.long];
  });
  expect(said).toEqual([
    ["24 uur", "12 maanden", "€ 50,00", "maandag"],
    ["24 horas", "12 meses", "50,00 €", "lunes"],
    ["24 Stunden", "12 Monate", "50,00 €", "Montag"],
    ["24 hours", "12 months", "€50.00", "Monday"],
  ]);
});

it("reads a session in the visitor's own zone, and names it", () => {
  const span = (timeZone: string) =>
    readerIn(["nl"], timeZone).span("2026-12-14T09:00:00Z", "2026-12-14T10:00:00Z");
  expect(span("Europe/Amsterdam")).toBe("maandag 14 december 2026, 10:00–11:00 uur (Amsterdam, CET)");
  expect(span("America/New_York")).toBe("maandag 14 december 2026, 04:00–05:00 uur (New York, EST)");
});
