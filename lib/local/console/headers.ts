import { contentSecurityPolicy, pageHeaders } from "#site/headers.ts";

/** As strict as the site's, and mails may be framed: each is a document of its own that can run nothing. */
export const consoleHeaders = {
  ...pageHeaders,
  "content-security-policy": `${contentSecurityPolicy}; frame-src 'self'`,
} as const;
