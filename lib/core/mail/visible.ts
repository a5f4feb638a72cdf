/**
 * Without what nobody can see and a screen or a file might obey: control characters, and the marks that turn the order of
 * what is read. Lines end in `\n`.
 */
export const visible = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (mark) =>
      mark === "\n" || mark === "\t" ? mark : "",
    )
    .toWellFormed();

/** The same, on one line. */
export const visibleLine = (text: string): string => visible(text).replaceAll(/\s+/g, " ").trim();
