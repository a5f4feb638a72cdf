import { once } from "node:events";
import { createServer } from "node:http";
import * as jose from "jose";

/** A company's site that signs who is booking, with its public keys on this machine. */
export interface KeyServer {
  readonly jwks: string;
  readonly requests: () => number;
  sign(claims: object, changes?: TokenChanges): Promise<string>;
  close(): Promise<void>;
}

export interface TokenChanges {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds since the epoch; `undefined` leaves it out. */
  readonly expires?: number | undefined;
  /** With a key that the site does not publish, but under the name of one that it does. */
  readonly foreign?: boolean;
}

export const site = "https://site.example";

export const aKeyServer = async (defaultExpiry: number): Promise<KeyServer> => {
  const [own, foreign] = await Promise.all([jose.generateKeyPair("ES256"), jose.generateKeyPair("ES256")]);
  const keys = [{ ...(await jose.exportJWK(own.publicKey)), kid: "k1", alg: "ES256", use: "sig" }];
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return {
    jwks: `http://127.0.0.1:${address.port}/keys`,
    requests: () => requests,
    sign: (claims, changes = {}) => {
      const expires = "expires" in changes ? changes.expires : defaultExpiry;
      const token = new jose.SignJWT({ sub: "4711", ...claims })
        .setProtectedHeader({ alg: "ES256", kid: "k1" })
        .setIssuer(changes.issuer ?? site)
        .setAudience(changes.audience ?? "kept");
      if (expires !== undefined) token.setExpirationTime(expires);
      return token.sign(changes.foreign === true ? foreign.privateKey : own.privateKey);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
