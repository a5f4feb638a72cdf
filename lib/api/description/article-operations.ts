import { articlesQuery } from "../article-schemas.ts";
import type { Operation } from "./operation.ts";

export const usefulOperations = {
  "POST /v1/{pack}/articles/{id}/useful": {
    summary: "Say whether an article was useful, once for each reader, and say it anew",
    body: "UsefulRequest",
    answer: { status: 200, schema: "Useful" },
    problems: ["unknown-pack", "no-articles", "not-found", "too-many"],
  },
} as const satisfies Readonly<Record<string, Operation>>;

export const articleOperations = {
  "GET /v1/{pack}/staff/articles": {
    summary: "What readers say of articles whose first answer came on these days, and what they miss",
    query: articlesQuery,
    answer: { status: 200, schema: "Articles" },
    problems: ["invalid-request", "span-empty", "span-too-long", "no-articles"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
