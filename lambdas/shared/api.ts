import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { unfolded } from "#api/folded.ts";
import { problem } from "#api/problem.ts";
import type { Area, RouteKey } from "#api/routes.ts";
import { Contended } from "#core/errors.ts";
import { inCustomersWords } from "./customers-words.ts";
import { inContext, log } from "./log.ts";
import { policiesKept } from "./policies-kept.ts";
import { ports } from "./ports.ts";
import { answerProblem, RequestProblem } from "./problems.ts";

type Result = APIGatewayProxyStructuredResultV2;
type Respond = (ports: Ports, event: APIGatewayProxyEventV2) => Promise<Result>;

/** The Lambda of an area: exactly its routes, which the types hold complete, and every error as problem JSON. */
export const api = <A extends Area>(responders: Readonly<Record<RouteKey<A>, Respond>>) =>
  middy<APIGatewayProxyEventV2, Result>()
    .use(inContext)
    .onError(async (request) => {
      request.response = await inCustomersWords(request.event, answerProblem(told(request.error)));
    })
    .handler(async (event) => {
      const asked = unfolded(event.routeKey, event.pathParameters ?? {});
      const respond = Object.hasOwn(responders, asked) && responders[asked as RouteKey<A>];
      if (!respond) throw new RequestProblem("not-found", "There is nothing at this address.");
      await policiesKept(ports());
      return inCustomersWords(event, await respond(ports(), event));
    });

/** What a caller may know of an error: of our faults, that they are ours. */
const told = (error: Error | null | undefined) => {
  if (error instanceof RequestProblem) return error.problem;
  if (error instanceof Contended)
    return problem(
      "busy",
      "Too many requests for the same thing at once; send this one again, with its key.",
    );
  log.error("a request failed", { name: error?.name, message: error?.message });
  return problem(
    "fault",
    "Something broke on our side; nothing is lost, and the same request may be sent again.",
  );
};
