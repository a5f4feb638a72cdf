import * as z from "zod/mini";
import { isSuccess } from "./elsewhere-answers.ts";
import { ask, type Heard } from "./elsewhere-http.ts";
import type { ServiceNowAccess } from "./elsewhere-secret.ts";

const grant = z.object({
  access_token: z.string().check(z.minLength(1), z.maxLength(8192)),
  expires_in: z.coerce.number().check(z.positive()),
});

export interface ServiceNowSignIn {
  /** The header to send; or, where a token was asked for and none was given, what was heard instead. */
  authorization(access: ServiceNowAccess, signal: AbortSignal): Promise<string | Heard>;
  /** It was not taken: the next call asks for another. */
  forget(access: ServiceNowAccess): void;
}

/** A token is not used in its last minute. */
const marginMilliseconds = 60_000;

/** With a name and a password, or with the client-credentials grant of OAuth 2, whose tokens are kept while they live. */
export const createServiceNowSignIn = (): ServiceNowSignIn => {
  const tokens = new Map<string, { header: string; until: number }>();
  return {
    authorization: async (access, signal) => {
      if ("user" in access)
        return `Basic ${Buffer.from(`${access.user}:${access.password}`).toString("base64")}`;
      const known = tokens.get(keyOf(access));
      if (known !== undefined && performance.now() < known.until) return known.header;
      const granted = await askForToken(access, signal);
      if ("header" in granted) tokens.set(keyOf(access), granted);
      return "header" in granted ? granted.header : granted;
    },
    forget: (access) => void tokens.delete(keyOf(access)),
  };
};

const keyOf = (access: ServiceNowAccess): string =>
  "clientId" in access ? `${access.url} ${access.clientId} ${access.clientSecret}` : access.url;

type ClientAccess = Extract<ServiceNowAccess, { clientId: string }>;

const askForToken = async (
  { url, clientId, clientSecret }: ClientAccess,
  signal: AbortSignal,
): Promise<{ header: string; until: number } | Heard> => {
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const heard = await ask(`${url.replace(/\/+$/, "")}/oauth_token.do`, {
    method: "POST",
    signal,
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
  const read = isSuccess(heard) ? grant.safeParse(heard.body) : undefined;
  if (read?.success !== true) return heard;
  const { access_token: token, expires_in: seconds } = read.data;
  return { header: `Bearer ${token}`, until: performance.now() + seconds * 1000 - marginMilliseconds };
};
