/** Nothing but our own files and our own API: no script or style within a page, no frame around it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What goes with every page; CloudFront and the local world say the same. */
export const pageHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** Asked for again each time, for a new page may need a new API; unchanged it costs an empty answer. */
export const pageCaching = "no-cache";
