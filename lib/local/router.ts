import { CannotStart } from "./cannot-start.ts";
import type { Route } from "./template/records.ts";

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Candidate {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
  readonly rank: string;
}

/**
 * Finds routes as API Gateway does: a full match before a greedy one, a fixed segment before a variable, the method
 * before ANY, and `$default` for the rest.
 * @throws CannotStart for a route key that is none.
 */
export const createRouter = (
  routes: readonly Route[],
): ((method: string, path: string) => Match | undefined) => {
  const candidates = routes
    .filter(({ routeKey }) => routeKey !== "$default")
    .map(candidate)
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const fallback = routes.find(({ routeKey }) => routeKey === "$default");
  return (method, path) => {
    const segments = path.split("/").slice(1);
    for (const each of candidates) {
      const pathParameters =
        each.method === method || each.method === "ANY" ? fit(each.segments, segments) : undefined;
      if (pathParameters !== undefined) return { route: each.route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
};

const candidate = (route: Route): Candidate => {
  const [method = "", path = "", ...more] = route.routeKey.split(" ");
  if (!path.startsWith("/") || more.length > 0)
    throw new CannotStart(`"${route.routeKey}" is not a route key.`);
  const segments = path.split("/").slice(1);
  const weights = segments.map((segment) => (isGreedy(segment) ? "9" : isVariable(segment) ? "1" : "0"));
  const greedyLast = segments.some(isGreedy) ? "1" : "0";
  return { route, method, segments, rank: `${greedyLast}${weights.join("")}${method === "ANY" ? "1" : "0"}` };
};

const isVariable = (segment: string): boolean => segment.startsWith("{") && segment.endsWith("}");
const isGreedy = (segment: string): boolean => segment.endsWith("+}");

const fit = (pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined => {
  const given = grouped(pattern, segments);
  const fits = pattern.every((segment, at) =>
    isVariable(segment) ? given[at] !== "" : given[at] === segment,
  );
  if (given.length !== pattern.length || !fits) return undefined;
  const named = pattern.map(
    (segment, at) => [segment.replace(/^\{|\+?\}$/g, ""), decoded(given[at] ?? "")] as const,
  );
  return Object.fromEntries(named.filter((_, at) => isVariable(pattern[at] ?? "")));
};

/** With a greedy variable at the pattern's end, the segments that it takes are one. */
const grouped = (pattern: readonly string[], segments: readonly string[]): readonly string[] => {
  const greedy = pattern.findIndex(isGreedy);
  if (greedy < 0 || segments.length <= greedy) return segments;
  return [...segments.slice(0, greedy), segments.slice(greedy).join("/")];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
