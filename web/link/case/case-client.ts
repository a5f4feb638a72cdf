import { linkRequest } from "../request.ts";
import { isCase, type Press, type Shown } from "./case.ts";

/** `refused`: it stands otherwise than the page showed, or the time for it is over. */
export type Failure = "invalid" | "away" | "refused";
export type Answer = { readonly found: Shown } | { readonly failed: Failure };

export interface CaseClient {
  /** Where it stands now. Changes nothing. */
  look(): Promise<Answer>;
  press(shown: Shown, press: Press): Promise<Answer>;
}

export const createCaseClient = (token: string, ask: typeof fetch): CaseClient => {
  const request = linkRequest(token, ask, answered);
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
