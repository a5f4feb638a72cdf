import { linkRequest } from "../request.ts";
import { type Asked, type Given, isAsked } from "./feedback.ts";

export type Failure = "invalid" | "away";
export type Answer = { readonly found: Asked } | { readonly failed: Failure };

export interface FeedbackClient {
  /** Changes nothing. */
  look(): Promise<Answer>;
  /** The newest counts. */
  give(asked: Asked, given: Given): Promise<Answer>;
}

export const createFeedbackClient = (token: string, ask: typeof fetch): FeedbackClient => {
  const request = linkRequest(token, ask, answered);
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
