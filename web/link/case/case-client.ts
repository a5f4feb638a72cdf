import { isCase, type Press, type Shown } from "./case.ts";

/** `refused`: it stands otherwise than the page showed, or the time for it is over. */
export type Failure = "invalid" | "away" | "refused";
export type Answer = { readonly found: Shown } | { readonly failed: Failure };

export interface CaseClient {
  /** Where it stands now. Changes nothing. */
  look(): Promise<Answer>;
  press(shown: Shown, press: Press): Promise<Answer>;
}

const patienceMs = 20_000;

/** The token goes into a header only: addresses end up in logs and histories. */
export const createCaseClient = (token: string, ask: typeof fetch): CaseClient => {
  const request = async (path: string, body?: object): Promise<Answer> => {
    const headers = { "Kept-Link": token, "Content-Type": "application/json" };
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    try {
      const signal = AbortSignal.timeout(patienceMs);
      return await answered(await ask(path, { cache: "no-store", ...post, headers, signal }));
    } catch {
      return { failed: "away" };
    }
  };
  return {
    look: () => request("/v1/link"),
    press: ({ version }, { act, text, ...wish }) =>
      request(`/v1/link/${act}`, { version, ...wish, ...(text !== "" && { text }) }),
  };
};

const answered = async (response: Response): Promise<Answer> => {
  const body: unknown = await response.json();
  if (response.ok) return isCase(body) ? { found: body } : { failed: "away" };
  if (response.status === 404) return { failed: "invalid" };
  return { failed: response.status < 500 && response.status !== 429 ? "refused" : "away" };
};
