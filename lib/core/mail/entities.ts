/** What mail programs write for letters of our four languages and for common marks; numbers say all others. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  shy: "",
  zwnj: "",
  zwsp: "",
  euro: "€",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  sect: "§",
  middot: "·",
  bull: "•",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  iexcl: "¡",
  iquest: "¿",
  szlig: "ß",
  ordm: "º",
  ordf: "ª",
  times: "×",
};

/** `&eacute;` and its like: a letter, and the mark that stands on it. */
const marks: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  cedil: "\u0327",
};

/** HTML's names and numbers for characters, written out; one that is not known stays as it is. */
export const withoutEntities = (text: string): string =>
  text.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});?/gi, (whole: string, name: string) =>
    name.startsWith("#") ? numbered(name.slice(1)) : (named[name] ?? marked(name) ?? whole),
  );

const numbered = (number: string): string => {
  const point = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)
    ? "\ufffd"
    : String.fromCodePoint(point);
};

const marked = (name: string): string | undefined => {
  const mark = marks[name.slice(1)];
  return mark === undefined ? undefined : `${name.slice(0, 1)}${mark}`.normalize("NFC");
};
