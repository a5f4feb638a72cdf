/** Letters and digits of the codes that people read out; see `#adapters/ids.ts`. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Spreads the codes over the alphabet, so that they look as they do in life; it shares no factor with their number. */
const stride = 7_654_321_987;

/** Seven characters, each code once, the same ones in every run. */
export const newCodes = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return codeOf((count * stride) % alphabet.length ** 7);
  };
};

const codeOf = (number: number): string => {
  let [rest, code] = [number, ""];
  while (code.length < 7) {
    code = `${alphabet[rest % alphabet.length]}${code}`;
    rest = Math.floor(rest / alphabet.length);
  }
  return code;
};

export const newIds = (): (() => string) => {
  let count = 0;
  return () => `id-${(count += 1)}`;
};
