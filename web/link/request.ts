const patienceMs = 20_000;

/** Asks the API of the page's own site: a look without a body, a press with one. */
export type Ask<Answer> = (path: string, body?: object) => Promise<Answer | { readonly failed: "away" }>;

/**
 * The token goes into a header only: addresses end up in logs and histories. No answer, or one that takes too long, is
 * `away`: what was pressed may have arrived, and looking again tells.
 * @param read what an answer means to the page.
 */
export const linkRequest =
  <Answer>(token: string, ask: typeof fetch, read: (response: Response) => Promise<Answer>): Ask<Answer> =>
  async (path, body) => {
    const headers = { "Kept-Link": token, "Content-Type": "application/json" };
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    try {
      const signal = AbortSignal.timeout(patienceMs);
      return await read(await ask(path, { cache: "no-store", ...post, headers, signal }));
    } catch {
      return { failed: "away" };
    }
  };
