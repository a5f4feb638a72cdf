const crypto = process.getBuiltinModule("node:crypto");

/**
 * Stands in for `node:crypto` in bundles. An `import` of it reads all that it exports, and so makes its web cryptography,
 * which nobody here uses. Whoever needs another name adds it; the build says which.
 */
export const { createHash, createHmac, hash, randomBytes, randomFillSync } = crypto;
export const { randomInt, randomUUID, timingSafeEqual } = crypto;

/** Kept away from its first use: Node makes it of its web cryptography. */
export const getRandomValues: typeof crypto.getRandomValues = (typedArray) =>
  crypto.getRandomValues(typedArray);

// What imports the module asks for its default as well.
// oxlint-disable-next-line import/no-default-export
export default crypto;
