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

/** The same where people sign in at another address: the desk fetches its token from there. */
export const signingInAt = (address: string): string =>
  contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${address}`);

/** What goes with every page; CloudFront and the local world say the same. */
export const pageHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** The widget is for the pages of others, which fetch a module script by CORS; there is nothing personal in it. */
export const isOpen = (key: string): boolean => key.startsWith("booking/");
export const openHeaders = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
} as const;

/** Asked for again each time, for a new page may need a new API; unchanged it costs an empty answer. */
export const pageCaching = "no-cache";
