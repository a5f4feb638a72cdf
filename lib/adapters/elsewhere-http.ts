/** What a request to another company's system came to: its answer, or why there is none that we understand. */
export type Heard =
  | {
      readonly status: number;
      /** Parsed, where it was JSON; else `undefined`. */
      readonly body: unknown;
      /** In milliseconds, where it asked to be left alone for so long. */
      readonly after?: number;
    }
  | { readonly failed: string };

export interface Asked {
  readonly method: "GET" | "POST" | "PATCH";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** More than any answer that we ask for. */
const mostBytes = 256 * 1024;

/**
 * Asks once, over TLS only, follows no redirect, and reads no more than we want to hold. Never throws: a reason is one of
 * our own words, for what the other side says may hold anything.
 */
export const ask = async (url: string, { signal, ...asked }: Asked): Promise<Heard> => {
  if (!isSafe(url)) return { failed: "not-https" };
  try {
    const response = await fetch(url, { ...asked, signal, redirect: "manual" });
    const text = await readText(response);
    if (text === undefined) return { failed: "too-large" };
    // A program answered by none: the page of a proxy, or of an instance that sleeps.
    if (response.ok && isPage(response)) return { failed: "not-understood" };
    return {
      status: response.status,
      body: jsonOf(text),
      ...leaveAlone(response.headers.get("retry-after")),
    };
  } catch {
    return { failed: signal.aborted ? "timeout" : "unreachable" };
  }
};

/** Credentials travel with it. On this machine itself there is nobody to listen. */
const isSafe = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1");
};

const isPage = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("text/html") === true;

const readText = async ({ body }: Response): Promise<string | undefined> => {
  if (body === null) return "";
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Seconds only: a date would have to be held against a clock that is not ours. */
const leaveAlone = (header: string | null): { after?: number } =>
  header !== null && /^\d{1,6}$/.test(header) ? { after: Number(header) * 1000 } : {};
