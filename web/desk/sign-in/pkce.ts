const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** 43 characters that nobody can guess (RFC 7636 asks for 43 to 128). */
export const newSecret = (random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string =>
  base64url(random(new Uint8Array(32)));

/** What the verifier will prove: its SHA-256, the method `S256`. */
export const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
