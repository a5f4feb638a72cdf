import { type Asked, type Given, isAsked } from "./feedback.ts";

export type Failure = "invalid" | "away";
export type Answer = { readonly found: Asked } | { readonly failed: Failure };

export interface FeedbackClient {
  /** Changes nothing. */
  look(): Promise<Answer>;
  /** The newest counts. */
  give(asked: Asked, given: Given): Promise<Answer>;
}

const patienceMs = 20_000;

/** The token goes into a header only: addresses end up in logs and histories. */
export const createFeedbackClient = (token: string, ask: typeof fetch): FeedbackClient => {
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
    give: ({ version }, { rating, comment }) =>
      request("/v1/link/feedback", { version, rating, ...(comment !== undefined && { comment }) }),
  };
};

const answered = async (response: Response): Promise<Answer> => {
  const body: unknown = await response.json();
  if (response.ok) return isAsked(body) ? { found: body } : { failed: "away" };
  return { failed: response.status === 404 ? "invalid" : "away" };
};
