/** What somebody at the desk looks for. */
export type Wanted =
  | { readonly by: "code"; readonly code: string }
  | { readonly by: "email"; readonly email: string }
  | { readonly by: "name"; readonly words: readonly string[] };

/** A code is said on the phone: letters in any case, spaces and hyphens between. */
const code = /^[0-9A-HJKMNP-TV-Z]{7}$/;

/** How a text that was typed is looked for: seven characters of our alphabet may be a name as well, so both may be asked. */
export const wantedBy = (typed: string): readonly Wanted[] => {
  const text = typed.trim();
  if (text.includes("@")) return [{ by: "email", email: text.toLowerCase() }];
  const bare = text.replaceAll(/[\s-]/g, "").toUpperCase();
  return [
    ...(code.test(bare) ? [{ by: "code", code: bare } as const] : []),
    { by: "name", words: wordsOf(text) },
  ];
};

/** Each word typed begins a word of the name: "bak noo" finds Noor Bakker, and "André" is found by "andre". */
export const isNamed = (words: readonly string[], name: string): boolean => {
  const has = wordsOf(name);
  return words.length > 0 && words.every((word) => has.some((each) => each.startsWith(word)));
};

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
