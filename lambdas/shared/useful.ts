import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { usefulBody } from "#api/article-schemas.ts";
import { isRefusal } from "#core/errors.ts";
import { articleIdShape } from "#core/policy/articles.ts";
import { saysUseful } from "#steps/article/answer.ts";
import { network } from "./book-appointment.ts";
import { named } from "./named.ts";
import { answer, RequestProblem, refuse } from "./problems.ts";
import { body, deployed, idempotency } from "./request.ts";

/** `POST /v1/{pack}/articles/{id}/useful`: 200 with the reply to show, also when it is sent again. */
export const useful = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const company = deployed(ports, event);
  const { pack } = company.policy;
  const repeatable = idempotency(event, pack);
  const article = named(event);
  if (!articleIdShape.test(article))
    throw new RequestProblem("not-found", "There is no article of that name.");
  const asked = { ...body(event, usefulBody), article };
  const said = await saysUseful(ports, company, asked, repeatable, network(event, pack));
  return isRefusal(said) ? refuse(said) : answer(200, said);
};
