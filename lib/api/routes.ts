/** A Lambda of the API: each area has one, with its grants and no more. `personal` is for staff as well. */
export type Area = "public" | "link" | "staff" | "personal";

/** What a caller shows to be let in: staff a token of their own, customers that of a link. */
export const doorOf = (area: Area): "public" | "link" | "staff" => (area === "personal" ? "staff" : area);

export interface Route {
  readonly method: "GET" | "POST" | "PUT";
  /** As API Gateway writes it, with `{pack}` and other names in braces. */
  readonly path: `/${string}`;
  readonly area: Area;
}

/** Every route there is: the stack makes them, the Lambdas answer them, the description lists them. */
export const routes = [
  { method: "GET", path: "/openapi.json", area: "public" },
  { method: "GET", path: "/v1/{pack}/about", area: "public" },
  { method: "GET", path: "/v1/{pack}/session-types", area: "public" },
  { method: "GET", path: "/v1/{pack}/booking-rules", area: "public" },
  { method: "GET", path: "/v1/{pack}/slots", area: "public" },
  { method: "POST", path: "/v1/{pack}/appointments", area: "public" },
  { method: "POST", path: "/v1/{pack}/waitlist", area: "public" },
  { method: "POST", path: "/v1/{pack}/cases", area: "public" },
  { method: "POST", path: "/v1/{pack}/articles/{id}/useful", area: "public" },
  { method: "GET", path: "/v1/link", area: "link" },
  { method: "POST", path: "/v1/link/confirm", area: "link" },
  { method: "POST", path: "/v1/link/change", area: "link" },
  { method: "POST", path: "/v1/link/cancel", area: "link" },
  { method: "POST", path: "/v1/link/feedback", area: "link" },
  { method: "POST", path: "/v1/link/accept", area: "link" },
  { method: "POST", path: "/v1/link/decline", area: "link" },
  { method: "POST", path: "/v1/link/answer", area: "link" },
  { method: "POST", path: "/v1/link/escalate", area: "link" },
  { method: "POST", path: "/v1/link/satisfaction", area: "link" },
  { method: "GET", path: "/v1/{pack}/staff/me", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/tasks", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/tasks/{id}/done", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/agenda", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/promises", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/search", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/articles", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/accounts", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/accounts/{id}", area: "staff" },
  { method: "PUT", path: "/v1/{pack}/staff/accounts/{id}", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/accounts/{id}/entitlements", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/accounts/{id}/relation", area: "staff" },
  { method: "PUT", path: "/v1/{pack}/staff/accounts/{id}/relation", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/accounts/{id}/contacts", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/accounts/{id}/understood", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/accounts/{id}/meetings", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/meetings/{id}/record", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/meetings/{id}/attended", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/meetings/{id}/cancel", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/customers/{id}", area: "staff" },
  { method: "PUT", path: "/v1/{pack}/staff/customers/{id}", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/customers/{id}/export", area: "personal" },
  { method: "GET", path: "/v1/{pack}/staff/customers/{id}/mails/{mail}", area: "personal" },
  { method: "POST", path: "/v1/{pack}/staff/customers/{id}/forget", area: "personal" },
  { method: "GET", path: "/v1/{pack}/staff/mails/{id}/files/{place}", area: "personal" },
  { method: "POST", path: "/v1/{pack}/staff/strikes/{id}/waive", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/strikes/{id}/confirm", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/strikes/{id}/preview", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/fees/{id}/paid", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/fees/{id}/waive", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/customers/{id}/conduct", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/conduct/{id}", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/conduct/{id}/judge", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/conduct/{id}/preview", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/appointments/{id}", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/appointments/{id}/slots", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/appointments/{id}/preview", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/appointments/{id}/change", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/appointments/{id}/cancel", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/appointments/{id}/outcome", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/appointments/{id}/silent", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/appointments/{id}/resumed", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/contacts", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/absences", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/absences", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/absences/{id}/end", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/mailboxes", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/quarantine", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/quarantine/{id}/release", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/cases", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/cases/{id}", area: "staff" },
  { method: "GET", path: "/v1/{pack}/staff/cases/{id}/audit", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/preview", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/classify", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/assign", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/acknowledge", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/update", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/plan", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/answer", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/request-information", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/information-complete", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/extend", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/resolve", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/decline", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/escalate", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/close", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/reopen", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/note", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/cost-notice", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/cost-answer", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/clarify", area: "staff" },
  { method: "POST", path: "/v1/{pack}/staff/cases/{id}/point", area: "staff" },
] as const satisfies readonly Route[];

type Known = (typeof routes)[number];

/** API Gateway's name of a route, `GET /v1/{pack}/about`. */
export type RouteKey<A extends Area = Area> =
  Extract<Known, { area: A }> extends infer R
    ? R extends Route
      ? `${R["method"]} ${R["path"]}`
      : never
    : never;
