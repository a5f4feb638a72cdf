import { isLink, type Link, type Press, type Slot } from "./link.ts";

/** Why there is no answer to show: `invalid` for a link that opens nothing, `away` when nobody answers as we expect. */
export type Failure = "invalid" | "away" | Refusal;

const refusals = [
  "changed-meanwhile",
  "slot-taken",
  "already-over",
  "not-offered",
  "too-soon",
  "too-far",
  "unchanged",
  "busy",
] as const;
export type Refusal = (typeof refusals)[number];

export type Answer<T> = { readonly found: T } | { readonly failed: Failure };

export interface LinkClient {
  /** Where it stands now. Changes nothing. */
  look(): Promise<Answer<Link>>;
  /** Acts on the version that was shown, and answers how it stands then. */
  press(link: Link, press: Press): Promise<Answer<Link>>;
  /** What could be booked instead from `from` until `to`, dates in the customer's zone, `to` excluded. */
  slots(link: Link, from: string, to: string): Promise<Answer<readonly Slot[]>>;
}

const patienceMs = 20_000;

/** Talks to the API of the page's own site. The token goes into a header only: addresses end up in logs and histories. */
export const createLinkClient = (token: string, ask: typeof fetch): LinkClient => {
  const request = async <T>(path: string, is: (body: unknown) => body is T, init?: RequestInit) => {
    const headers = { "Kept-Link": token, ...(init !== undefined && { "Content-Type": "application/json" }) };
    const signal = AbortSignal.timeout(patienceMs);
    try {
      return await answered(await ask(path, { cache: "no-store", ...init, headers, signal }), is);
    } catch {
      return { failed: "away" } as const;
    }
  };
  return {
    look: () => request("/v1/link", isLink),
    press: ({ version }, { action, ...wish }) =>
      request(`/v1/link/${action}`, isLink, { method: "POST", body: JSON.stringify({ version, ...wish }) }),
    slots: async ({ pack, appointment: { sessionType }, timeZone }, from, to) => {
      const query = new URLSearchParams({ sessionType, from, to, timeZone });
      const answer = await request(`/v1/${encodeURIComponent(pack)}/slots?${query.toString()}`, hasSlots);
      return "found" in answer ? { found: answer.found.slots } : answer;
    },
  };
};

const answered = async <T>(response: Response, is: (body: unknown) => body is T): Promise<Answer<T>> => {
  const body: unknown = await response.json();
  if (response.ok) return is(body) ? { found: body } : { failed: "away" };
  return { failed: failureOf(body) };
};

const failureOf = (body: unknown): Failure => {
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  if (code === "link-invalid") return "invalid";
  return refusals.find((known) => known === code) ?? "away";
};

const hasSlots = (body: unknown): body is { readonly slots: readonly Slot[] } =>
  typeof body === "object" && body !== null && "slots" in body && Array.isArray(body.slots);
