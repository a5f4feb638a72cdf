import type { SentMail } from "../sent-mail.ts";
import type { Answer } from "../server.ts";

/** A mail brings its own style, and may do nothing else: no script, no picture from elsewhere, no form. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/** The mail's HTML, as a reader's program would show it; its links open in another tab. */
export const mailPage = ({ html }: SentMail): Answer => ({
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  },
  body: html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`),
});
