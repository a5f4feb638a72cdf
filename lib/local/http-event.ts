import { randomUUID } from "node:crypto";
import { epoch, type Instant } from "#core/time.ts";
import type { Match } from "./router.ts";
import type { Answer, Request } from "./server.ts";
import type { Claims } from "./sign-in.ts";
import { account } from "./template/account.ts";

/** The event that API Gateway's HTTP API would make of a request, payload format 2.0. */
export const httpEvent = (
  request: Request,
  { route, pathParameters }: Match,
  now: Instant,
  claims?: Claims,
) => {
  const binary = request.body.length > 0 && !isText(request.headers["content-type"]);
  const { cookie, ...headers } = joined(request.headers);
  return {
    version: "2.0",
    routeKey: route.routeKey,
    rawPath: request.path,
    rawQueryString: request.rawQuery,
    headers,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */) }),
    ...(request.rawQuery === "" ? {} : { queryStringParameters: queryOf(request.query) }),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    requestContext: {
      ...contextOf(request, route.routeKey, now),
      ...(claims !== undefined && { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(request.body.length === 0 ? {} : { body: request.body.toString(binary ? "base64" : "utf8") }),
    isBase64Encoded: binary,
  };
};

const contextOf = ({ method, path, headers, sourceIp }: Request, routeKey: string, now: Instant) => ({
  accountId: account,
  apiId: "local",
  domainName: headers.host ?? "127.0.0.1",
  domainPrefix: "local",
  http: { method, path, protocol: "HTTP/1.1", sourceIp, userAgent: headers["user-agent"] ?? "" },
  requestId: randomUUID(),
  routeKey,
  stage: "$default",
  time: now,
  timeEpoch: epoch(now),
});

const isText = (contentType = "application/json"): boolean =>
  /^text\/|[/+]json|[/+]xml|javascript|x-www-form-urlencoded/.test(contentType);

const joined = (headers: Request["headers"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(",") : (value ?? ""),
    ]),
  );

const queryOf = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name).join(",")]));

/** What a function returned, as API Gateway reads it: without a `statusCode` the whole of it is the JSON body. */
export const httpAnswer = (returned: unknown): Answer => {
  if (!isResponse(returned))
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(returned) };
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded = false } = returned;
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      ...Object.fromEntries(given),
      ...(cookies.length > 0 ? { "set-cookie": [...cookies] } : {}),
    },
    body: isBase64Encoded ? Buffer.from(body, "base64") : body,
  };
};

interface Response {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

const isResponse = (returned: unknown): returned is Response =>
  typeof returned === "object" &&
  returned !== null &&
  "statusCode" in returned &&
  typeof returned.statusCode === "number";
