import { hash, randomFillSync } from "node:crypto";
import type { Digests } from "./ports.ts";

const saltBytes = 16;

/** Salts are taken out of many that were drawn at once: to ask the system for each takes longer than to hash with it. */
const drawn = Buffer.alloc(256 * saltBytes);
let taken = drawn.length;

const newSalt = (): string => {
  if (taken === drawn.length) {
    randomFillSync(drawn);
    taken = 0;
  }
  taken += saltBytes;
  return drawn.toString("base64url", taken - saltBytes, taken);
};

/** SHA-256, and salts of 128 bits. */
export const digests: Digests = {
  hash: (text) => hash("sha256", text, "base64url"),
  newSalt,
};
