/** The body of an act as the API takes it: what was left empty is left out. */
export const bodyOf = (form: Iterable<readonly [string, unknown]>): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "") continue;
    const [first = name, inner] = name.split(".");
    body[first] = inner === undefined ? valueOf(text) : { ...(body[first] as object), [inner]: text };
  }
  return body;
};

/** A box that is ticked says so with a word that no person would write. */
export const ticked = "\u2713";

const valueOf = (text: string): string | true => text === ticked || text;
