import { keyOf } from "#site/address.ts";
import { isOpen, openHeaders, pageCaching, pageHeaders } from "#site/headers.ts";
import type { Page } from "#site/pages.ts";
import type { Answer, Request } from "./server.ts";

type Headers = Readonly<Record<string, string>>;

/** Plays CloudFront before the bucket: the page at an address, or `undefined` where there is none. */
export const createSite = (pages: readonly Page[], ownHeaders: Headers = pageHeaders) => {
  const byKey = new Map(pages.map((page) => [page.key, page]));
  return ({ method, path }: Pick<Request, "method" | "path">): Answer | undefined => {
    const page = byKey.get(keyOf(path));
    if (page === undefined || (method !== "GET" && method !== "HEAD")) return undefined;
    const headers = {
      ...ownHeaders,
      ...(isOpen(page.key) && openHeaders),
      "cache-control": pageCaching,
      "content-type": page.contentType,
    };
    return { status: 200, headers, body: Buffer.from(page.body) };
  };
};
