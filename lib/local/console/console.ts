import type { Outbox } from "../outbox.ts";
import type { Clock } from "../ports.ts";
import { problem } from "../problem.ts";
import type { Answer, Request } from "../server.ts";
import type { Runner } from "../states/runner.ts";
import { executionView } from "./execution-view.ts";
import { createLetters } from "./letters.ts";
import { mailPage } from "./mail-page.ts";
import { policyNames, policyView } from "./policy-view.ts";

export interface ConsoleSettings {
  readonly clock: () => Clock;
  readonly outbox: () => Outbox;
  readonly runner: () => Runner;
}

/** Nobody looks further back on the start page; the AWS endpoint has all. */
const mostExecutions = 200;

type Look = (found: string, request: Request) => unknown;

/**
 * What the start page asks of the world; nothing of it writes. `world` is small, for it is asked for every second: the page
 * asks for the rest when one of its numbers is another.
 */
export const createConsole = (settings: ConsoleSettings) => {
  const looks = looksOf(settings);
  return async ({ method, path, ...rest }: Request): Promise<Answer | undefined> => {
    if (method !== "GET") return undefined;
    for (const [pattern, look] of looks) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const request = { method, path, ...rest };
      return answered(await look(decoded(match[1] ?? ""), request), path);
    }
    return undefined;
  };
};

const looksOf = ({ clock, outbox, runner }: ConsoleSettings): readonly (readonly [RegExp, Look])[] => {
  const letters = createLetters(outbox);
  const world = () => ({ now: clock().now(), sent: outbox().sent(), steps: runner().steps() });
  const page = async (id: string): Promise<Page | undefined> => {
    const mail = await letters.find(id);
    return mail && { page: mailPage(mail) };
  };
  return [
    [/^\/local\/world$/, world],
    [/^\/local\/outbox$/, () => letters.list()],
    [/^\/local\/mail\/([^/]+)\.html$/, page],
    [/^\/local\/mail\/([^/.]+)$/, letters.find],
    [/^\/local\/executions$/, () => runner().standings(mostExecutions)],
    [/^\/local\/executions\/([^/]+)$/, (arn) => executionView(runner(), arn)],
    [/^\/local\/explained$/, policyNames],
    [
      /^\/local\/explained\/([^/]+)$/,
      (pack, { query }) => policyView(runner(), pack, query.get("language"), clock().now()),
    ],
  ];
};

interface Page {
  readonly page: Answer;
}

const isPage = (value: unknown): value is Page =>
  typeof value === "object" && value !== null && "page" in value;

const answered = (found: unknown, path: string): Answer => {
  if (found === undefined) return problem(404, "not-found", `Nothing is at ${path}.`);
  if (isPage(found)) return found.page;
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(found) };
};

/** What is no percent-encoding is taken as it stands, and will not be found. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
