/** How a mobile network carries a text, and in how many pieces it is charged. */
interface Segments {
  readonly encoding: "GSM-7" | "UCS-2";
  readonly count: number;
}

/** 3GPP TS 23.038, the default alphabet; without escape, which no text holds. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/** Its extension: each takes two places, an escape and itself. */
const extension = new Set("\f^{}\\[~]|€");

/** A longer text loses room in each piece to the header that joins them again. */
const room = { "GSM-7": { alone: 160, joined: 153 }, "UCS-2": { alone: 70, joined: 67 } } as const;

/** One character outside GSM-7 moves the whole text to UCS-2, where a piece holds less than half. */
export const segments = (text: string): Segments => {
  const characters = Array.from(text);
  const gsm = characters.every((character) => basic.has(character) || extension.has(character));
  const encoding = gsm ? "GSM-7" : "UCS-2";
  const widths = characters.map((character) => (gsm ? (extension.has(character) ? 2 : 1) : character.length));
  const { alone, joined } = room[encoding];
  const total = widths.reduce((sum, width) => sum + width, 0);
  return { encoding, count: total <= alone ? 1 : pieces(widths, joined) };
};

/** No piece ends inside an escape or a surrogate pair. */
const pieces = (widths: readonly number[], joined: number): number => {
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) {
      count += 1;
      used = 0;
    }
    used += width;
  }
  return count;
};
