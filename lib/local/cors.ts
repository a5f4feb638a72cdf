import type { Answer, Request } from "./server.ts";
import type { Cors } from "./template/records.ts";

/** The answer to a browser that asks first: API Gateway's own, of which no function hears; `undefined` for other requests. */
export const preflight = (cors: Cors | undefined, request: Request): Answer | undefined => {
  const asked = request.headers["access-control-request-method"];
  if (cors === undefined || request.method !== "OPTIONS" || asked === undefined) return undefined;
  const allowed = originHeaders(cors, request.headers.origin);
  return { status: 204, headers: allowed === undefined ? {} : { ...allowed, ...permissions(cors) } };
};

const permissions = ({ methods, headers, maxAgeSeconds }: Cors) => ({
  "access-control-allow-methods": methods.join(","),
  "access-control-allow-headers": headers.join(","),
  ...(maxAgeSeconds !== undefined && { "access-control-max-age": String(maxAgeSeconds) }),
});

/** Any other answer, with the gateway's word on who may read it; what a function says of that counts for nothing then. */
export const readable = (cors: Cors | undefined, { headers }: Request, answer: Answer): Answer => {
  if (cors === undefined) return answer;
  const own = Object.entries(answer.headers ?? {}).filter(([name]) => !name.startsWith("access-control-"));
  const exposed = cors.exposed.length > 0 && { "access-control-expose-headers": cors.exposed.join(",") };
  const allowed = originHeaders(cors, headers.origin);
  return { ...answer, headers: { ...Object.fromEntries(own), ...(allowed && { ...allowed, ...exposed }) } };
};

const originHeaders = ({ origins }: Cors, origin: string | undefined) => {
  if (origin === undefined) return undefined;
  if (origins.includes("*")) return { "access-control-allow-origin": "*" };
  return origins.includes(origin) || origins.includes(portless(origin))
    ? { "access-control-allow-origin": origin }
    : undefined;
};

/** A page that somebody tries out on this machine stands on a port that nobody knew when the stack was written. */
const portless = (origin: string): string =>
  origin.replace(/^(http:\/\/(?:127\.0\.0\.1|localhost)):\d+$/, "$1");
