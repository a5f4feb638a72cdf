import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { articlesQuery } from "#api/article-schemas.ts";
import { isRefusal } from "#core/errors.ts";
import { askedStretch } from "#core/ledger/stretch.ts";
import { readArticles } from "#steps/article/read.ts";
import { acting } from "./acting.ts";
import { answer, refuse } from "./problems.ts";
import { query } from "./request.ts";

const look = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { policy } = acting(ports, event).company;
  const stretch = askedStretch(policy.timeZone, query(event, articlesQuery), ports.now());
  if (isRefusal(stretch)) return refuse(stretch);
  const articles = await readArticles(ports, policy, stretch);
  return isRefusal(articles) ? refuse(articles) : answer(200, { articles });
};

/** What readers say of articles, for whoever keeps them. */
export const articles = { "GET /v1/{pack}/staff/articles": look } as const;
