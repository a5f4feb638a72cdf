import { randomBytes, randomUUID } from "node:crypto";

/** Crockford's 32 letters and digits: no I, L, O or U, which people mistake for others. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Seven characters that people can read out. The table refuses one that is in use, so chance need not be perfect. */
export const newCode = (): string => Array.from(randomBytes(7), (byte) => alphabet[byte % 32]).join("");

export const newId = (): string => randomUUID();
