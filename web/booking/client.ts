import type { Booked, Company, Customer, Fee, Rules, SessionType, Slot, Waiting } from "./booking.ts";

/** A "no" of the API; `away` when nobody answered as we expect, and then nobody knows what came of it. */
export interface Failed {
  readonly failed: string;
  readonly notBefore?: string;
  readonly fee?: Fee;
  /** Where a request was wrong, `customer.phone`. */
  readonly place?: string;
  /** The API's own words for the visitor, in the language that was asked for. */
  readonly message?: string;
}

export type Answer<T> = { readonly found: T } | Failed;

export interface Session {
  readonly sessionType: string;
  readonly customer: Customer;
  readonly language: string;
  readonly timeZone: string;
}

export interface BookingWish extends Session {
  readonly start: string;
  readonly termsVersion: string;
  readonly feeAccepted?: true;
}

/** Dates in the visitor's zone, `to` excluded. */
export interface WaitingWish extends Session {
  readonly from: string;
  readonly to: string;
}

export interface Client {
  company(): Promise<Answer<Company>>;
  /** What is free from `from` until `to`, dates in the zone, `to` excluded. */
  slots(sessionType: string, timeZone: string, from: string, to: string): Promise<Answer<readonly Slot[]>>;
  book(wish: BookingWish): Promise<Answer<Booked>>;
  wait(wish: WaitingWish): Promise<Answer<Waiting>>;
}

const patienceMs = 20_000;

/**
 * Talks to the API of one company, without cookies.
 * @param newKey makes an Idempotency-Key. A body that is sent again goes under the key that it had, until it is answered
 * with a yes: so a press that is repeated because its answer was lost books once.
 */
export const createClient = (
  api: string,
  pack: string,
  language: string,
  ask: typeof fetch,
  newKey: () => string,
): Client => {
  const at = (path: string): string => `${api}/v1/${encodeURIComponent(pack)}/${path}`;
  const keys = new Map<string, string>();
  const get = <T>(path: string) => request<T>(ask, at(path), { headers: { "Accept-Language": language } });
  const post = async <T>(path: string, wish: object): Promise<Answer<T>> => {
    const body = JSON.stringify(wish);
    const sent = `${path} ${body}`;
    const key = keys.get(sent) ?? newKey();
    keys.set(sent, key);
    const headers = {
      "Accept-Language": language,
      "Content-Type": "application/json",
      "Idempotency-Key": key,
    };
    const answer = await request<T>(ask, at(path), { method: "POST", headers, body });
    if ("found" in answer) keys.delete(sent);
    return answer;
  };
  return {
    company: async () => {
      const [about, types, rules] = await Promise.all([
        get<About>("about"),
        get<{ sessionTypes: SessionType[] }>("session-types"),
        get<Rules>("booking-rules"),
      ]);
      if ("failed" in about) return about;
      if ("failed" in types) return types;
      if ("failed" in rules) return rules;
      const { company: name, terms } = about.found;
      return { found: { name, terms, sessionTypes: types.found.sessionTypes, rules: rules.found } };
    },
    slots: async (sessionType, timeZone, from, to) => {
      const query = new URLSearchParams({ sessionType, from, to, timeZone });
      const answer = await get<{ slots: Slot[] }>(`slots?${query.toString()}`);
      return "failed" in answer ? answer : { found: answer.found.slots };
    },
    book: (wish) => post<Booked>("appointments", wish),
    wait: (wish) => post<Waiting>("waitlist", wish),
  };
};

interface About {
  readonly company: string;
  readonly terms: Company["terms"];
}

const request = async <T>(ask: typeof fetch, url: string, init: RequestInit): Promise<Answer<T>> => {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await ask(url, { cache: "no-store", credentials: "omit", ...init, signal });
    const body: unknown = await response.json();
    return response.ok ? { found: body as T } : failure(response.status, body as Problem);
  } catch {
    return { failed: "away" };
  }
};

interface Problem {
  readonly code?: string;
  readonly notBefore?: string;
  readonly fee?: Fee;
  readonly errors?: readonly { readonly place: string }[];
  readonly message?: string;
}

/** API Gateway says in words of its own that it is busy; any other answer that is not ours settles nothing. */
const failure = (status: number, { code, notBefore, fee, errors, message }: Problem): Failed => ({
  failed: code ?? (status === 429 ? "busy" : "away"),
  ...(code !== undefined && message !== undefined && { message }),
  ...(notBefore !== undefined && { notBefore }),
  ...(fee !== undefined && { fee }),
  ...(errors?.[0] !== undefined && { place: errors[0].place }),
});
