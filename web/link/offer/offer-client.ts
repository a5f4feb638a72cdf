import { linkRequest } from "../request.ts";
import { isPlace, type Place } from "./offer.ts";

export type LinkAction = "accept" | "decline" | "leave";

const refusals = ["changed-meanwhile", "offer-taken", "offer-over", "not-waiting", "busy"] as const;
/** Why there is nothing to show, or why a press did nothing; `not-allowed` for what an e-mail has told them already. */
export type Failure = "invalid" | "away" | "not-allowed" | (typeof refusals)[number];

export type Answer = { readonly found: Place } | { readonly failed: Failure };

export interface OfferClient {
  /** Where it stands now. Changes nothing. */
  look(): Promise<Answer>;
  /** Answers on the version that was shown. */
  press(place: Place, action: LinkAction): Promise<Answer>;
}

export const createOfferClient = (token: string, ask: typeof fetch): OfferClient => {
  const request = linkRequest(token, ask, answered);
  return {
    look: () => request("/v1/link"),
    press: ({ version, offer }, action) =>
      action === "accept"
        ? request("/v1/link/accept", { version, ...(offer?.fee !== undefined && { feeAccepted: true }) })
        : request("/v1/link/decline", { version, leave: action === "leave" }),
  };
};

const answered = async (response: Response): Promise<Answer> => {
  const body: unknown = await response.json();
  if (response.ok) return isPlace(body) ? { found: body } : { failed: "away" };
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  if (code === "link-invalid") return { failed: "invalid" };
  const known = refusals.find((each) => each === code);
  return { failed: known ?? (response.status < 500 ? "not-allowed" : "away") };
};
