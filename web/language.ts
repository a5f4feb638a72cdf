/** A text of one set, its `{fields}` filled in. */
export type SayOf<Name extends string> = (name: Name, fields?: Readonly<Record<string, string>>) => string;

/** The first of these languages, of BCP 47 tags in order of preference; English otherwise. */
export const languageAmong = <Language extends string>(
  texts: Readonly<Record<Language | "en", unknown>>,
  wanted: readonly string[],
): Language | "en" => {
  const known = Object.keys(texts) as Language[];
  const spoken = wanted.map((tag) => known.find((each) => each === tag.toLowerCase().split("-")[0]));
  return spoken.find((each) => each !== undefined) ?? "en";
};

export const sayFrom =
  <Name extends string>(texts: Readonly<Record<Name, string>>): SayOf<Name> =>
  (name, fields = {}) =>
    texts[name].replace(/\{(\w+)\}/g, (whole, field: string) => fields[field] ?? whole);
