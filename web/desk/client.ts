/** Why there is no answer: `away` when none came, `signed-out`, else the code of the API's problem. */
export interface Failed {
  readonly failed: string;
  /** For people: what to do. */
  readonly detail: string;
}
export type Answer<Found> = { readonly found: Found } | Failed;

export interface DeskClient {
  /** @param path after `/staff/`. */
  get<Found>(path: string): Promise<Answer<Found>>;
  /** The same body again, after no answer came, is the same request: it is done once. */
  post<Found>(path: string, body: object): Promise<Answer<Found>>;
}

export interface DeskClientSettings {
  readonly pack: string;
  /** A token that is still good; none when the person has to sign in. */
  readonly token: () => Promise<string | undefined>;
  readonly ask: typeof fetch;
  readonly newKey: () => string;
}

/** A staff request that takes longer has got lost. */
const patienceMs = 30_000;

const away: Failed = {
  failed: "away",
  detail: "Nobody answers just now. What you wrote is still here: try again in a moment.",
};
const signedOut: Failed = {
  failed: "signed-out",
  detail: "You are signed out. Copy what you wrote, and load the page anew.",
};

/** The staff API of one company, in the name of whoever is signed in. */
export const createDeskClient = ({ pack, token, ask, newKey }: DeskClientSettings): DeskClient => {
  const unanswered = new Map<string, string>();
  const request = async <Found>(path: string, init: RequestInit): Promise<Answer<Found>> => {
    try {
      const bearer = await token();
      if (bearer === undefined) return signedOut;
      const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${bearer}` };
      const signal = AbortSignal.timeout(patienceMs);
      const url = `/v1/${pack}/staff/${path}`;
      return await read<Found>(await ask(url, { ...init, headers, signal, cache: "no-store" }));
    } catch {
      return away;
    }
  };
  return {
    get: (path) => request(path, {}),
    post: async <Found>(path: string, body: object): Promise<Answer<Found>> => {
      const written = JSON.stringify(body);
      const same = `${path} ${written}`;
      const key = unanswered.get(same) ?? newKey();
      unanswered.set(same, key);
      const headers = { "content-type": "application/json", "idempotency-key": key };
      const answer = await request<Found>(path, { method: "POST", body: written, headers });
      if ("found" in answer) unanswered.delete(same);
      return answer;
    },
  };
};

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly place: string; readonly message: string }[];
}

const read = async <Found>(response: Response): Promise<Answer<Found>> => {
  if (response.status === 401) return signedOut;
  const body: unknown = await response.json();
  if (response.ok) return { found: body as Found };
  const { code = "away", detail = away.detail, errors = [] } = body as Problem;
  const places = errors.map(({ place, message }) => `${place}: ${message}`).join("; ");
  return { failed: code, detail: places === "" ? detail : `${detail} ${places}.` };
};
