import type { CognitoConfig } from "../config.ts";
import { challengeOf, newSecret } from "./pkce.ts";
import type { SignIn, Store } from "./sign-in.ts";

export interface CognitoSettings {
  readonly config: CognitoConfig;
  readonly store: Store;
  readonly ask: typeof fetch;
  readonly go: (url: string) => void;
  readonly now: () => Date;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  /** `https://kept.example`: the pool sends people back to its `/desk`. */
  readonly origin: string;
}

interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  /** In seconds. */
  readonly expires_in: number;
}

interface Kept {
  readonly access: string;
  readonly refresh?: string;
  readonly name: string;
  /** In milliseconds. */
  readonly until: number;
}

/** A token that ends within it is renewed first: it has to last for the request. */
const marginMs = 60_000;

const [tokensKey, triedKey] = ["kept-desk-tokens", "kept-desk-sign-in"] as const;

export interface Cognito extends SignIn {
  /** Sends the person to the pool's own page, and afterwards back to `wanted`. */
  begin(wanted: string): Promise<void>;
  /**
   * The person is back with a code. Gives the address that they wanted, or `undefined` where this is no answer to a
   * sign-in that this tab began.
   */
  finish(answer: URLSearchParams): Promise<string | undefined>;
}

/** The authorization code flow with PKCE: no secret stands in the pages, and a stolen code opens nothing. */
export const createCognito = ({ config, store, ask, go, now, random, origin }: CognitoSettings): Cognito => {
  const { domain, clientId } = config;
  const back = `${origin}/desk`;
  const kept = (): Kept | undefined => remembered<Kept>(store, tokensKey);
  const tokens = async (form: Record<string, string>): Promise<Kept | undefined> => {
    const response = await ask(`${domain}/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: clientId, ...form }),
    });
    if (!response.ok) return undefined;
    const given = keeping((await response.json()) as Tokens, now(), kept());
    store.setItem(tokensKey, JSON.stringify(given));
    return given;
  };
  return {
    name: () => kept()?.name,
    token: async () => {
      const held = kept();
      if (held === undefined || held.until - marginMs > now().getTime()) return held?.access;
      if (held.refresh === undefined) return undefined;
      return (await tokens({ grant_type: "refresh_token", refresh_token: held.refresh }))?.access;
    },
    begin: async (wanted) => {
      const [verifier, state] = [newSecret(random), newSecret(random)];
      store.setItem(triedKey, JSON.stringify({ verifier, state, wanted }));
      const asked = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: back,
        scope: "openid email",
        state,
        code_challenge: await challengeOf(verifier),
        code_challenge_method: "S256",
      });
      go(`${domain}/oauth2/authorize?${asked}`);
    },
    finish: async (answer) => {
      const tried = remembered<Tried>(store, triedKey);
      store.removeItem(triedKey);
      if (tried === undefined || answer.get("state") !== tried.state) return undefined;
      const given = await tokens({
        grant_type: "authorization_code",
        code: answer.get("code") ?? "",
        redirect_uri: back,
        code_verifier: tried.verifier,
      });
      return given && tried.wanted;
    },
    leave: () => {
      store.removeItem(tokensKey);
      go(`${domain}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: back })}`);
    },
  };
};

interface Tried {
  readonly verifier: string;
  readonly state: string;
  readonly wanted: string;
}

const remembered = <Value>(store: Store, key: string): Value | undefined => {
  const text = store.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as Value);
};

/** A renewal brings no new token for the next one: the old stays. */
const keeping = (
  { access_token, id_token, refresh_token, expires_in }: Tokens,
  now: Date,
  before?: Kept,
): Kept => {
  const refresh = refresh_token ?? before?.refresh;
  return {
    access: access_token,
    ...(refresh !== undefined && { refresh }),
    name: nameIn(id_token) ?? before?.name ?? "",
    until: now.getTime() + expires_in * 1_000,
  };
};

/** As the audit will call them. For the page's corner alone: the API reads the token itself, and checks it. */
const nameIn = (token: string | undefined): string | undefined => {
  const payload = token?.split(".")[1];
  if (payload === undefined) return undefined;
  const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  const { "cognito:username": name } = JSON.parse(text) as { readonly "cognito:username"?: string };
  return name;
};
