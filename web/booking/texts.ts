import de from "./texts/de.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import es from "./texts/es.json" with { type: "json" };
import nl from "./texts/nl.json" with { type: "json" };

export type TextName = keyof typeof en;

/** A text of the widget, its `{fields}` filled in. */
export type Say = (name: TextName, fields?: Readonly<Record<string, string>>) => string;

const texts = { de, en, es, nl } as const satisfies Record<string, Readonly<Record<TextName, string>>>;
export type Language = keyof typeof texts;

/** The first that the widget speaks, of BCP 47 tags in order of preference; English otherwise. */
export const languageOf = (...wanted: readonly string[]): Language => {
  const known = Object.keys(texts) as Language[];
  const spoken = wanted.map((tag) => known.find((each) => each === tag.toLowerCase().split("-")[0]));
  return spoken.find((each) => each !== undefined) ?? "en";
};

export const sayIn =
  (language: Language): Say =>
  (name, fields = {}) =>
    texts[language][name].replace(/\{(\w+)\}/g, (whole, field: string) => fields[field] ?? whole);
