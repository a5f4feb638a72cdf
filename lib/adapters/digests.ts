import { hash, randomBytes } from "node:crypto";
import type { Digests } from "./ports.ts";

/** SHA-256, and salts of 128 bits. */
export const digests: Digests = {
  hash: (text) => hash("sha256", text, "base64url"),
  newSalt: () => randomBytes(16).toString("base64url"),
};
